namespace LabelSpec.Grammar.Syntax;

/// <summary><c>x matches "REGEX"</c>.</summary>
public sealed class MatchesExpression(Place place, bool isNegated, Expression value, Expression pattern)
    : Expression(place)
{
    public bool IsNegated { get; } = isNegated;

    public Expression Value { get; } = value;

    /// <summary>A string literal in a correct guideline.</summary>
    public Expression Pattern { get; } = pattern;

    protected override void AddChildren(ChildList children) => children.Add(Value).Add(Pattern);
}
