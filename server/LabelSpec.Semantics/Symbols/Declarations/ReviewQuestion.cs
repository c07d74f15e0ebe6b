using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>A question for reviewers.</summary>
/// <param name="Variable">The annotation that is asked about; null asks about images.</param>
/// <param name="Condition">Only those for which it holds; null is true.</param>
/// <param name="Sample">The share to draw, 0..1.</param>
public sealed record ReviewQuestion(
    string Text,
    VariableSymbol? Variable,
    BoundExpression? Condition,
    double Sample,
    SourceSpan Span
);
