namespace LabelSpec.Grammar.Syntax;

/// <summary>The severity after a colon.</summary>
public sealed class SeverityClause(Place place, RuleSeverity severity) : SyntaxNode(place)
{
    public RuleSeverity Severity { get; } = severity;
}
