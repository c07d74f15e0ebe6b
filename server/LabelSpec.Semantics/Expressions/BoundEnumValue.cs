using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A value of an enum attribute, by the text that annotation files hold.</summary>
public sealed record BoundEnumValue(string Value, EnumType EnumType, SourceSpan Span) : BoundExpression(EnumType, Span);
