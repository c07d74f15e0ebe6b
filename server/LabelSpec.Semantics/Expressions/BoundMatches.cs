using System.Text.RegularExpressions;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>Whether the whole text matches a pattern.</summary>
/// <param name="Regex">Anchored at both ends, compiled without backtracking: linear in the length of the text.</param>
public sealed record BoundMatches(BoundExpression Operand, string Pattern, Regex Regex, SourceSpan Span)
    : BoundExpression(BoolType.Instance, Span);
