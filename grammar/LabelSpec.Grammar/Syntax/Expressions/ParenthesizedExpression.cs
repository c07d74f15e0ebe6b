namespace LabelSpec.Grammar.Syntax;

/// <summary><c>( EXPR )</c>.</summary>
public sealed class ParenthesizedExpression(Place place, Expression inner) : Expression(place)
{
    public Expression Inner { get; } = inner;

    protected override void AddChildren(ChildList children) => children.Add(Inner);
}
