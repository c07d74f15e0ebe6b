using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>Gives the annotation another class.</summary>
public sealed record SetClassFix(VariableSymbol Target, ClassSymbol Class, string? Title, SourceSpan Span)
    : RuleFix(Title, Span);
