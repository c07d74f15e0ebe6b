namespace LabelSpec.Semantics.Functions;

public sealed record FunctionParameter(string Name, ParameterKind Kind, bool IsOptional, string Documentation);
