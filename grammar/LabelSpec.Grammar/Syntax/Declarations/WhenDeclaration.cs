namespace LabelSpec.Grammar.Syntax;

/// <summary><c>when EXPR { rules }</c>.</summary>
public sealed class WhenDeclaration(Place place, Expression condition, IReadOnlyList<Declaration> declarations)
    : Declaration(place)
{
    public Expression Condition { get; } = condition;

    /// <summary>Rules and nested conditions, and what could not be parsed.</summary>
    public IReadOnlyList<Declaration> Declarations { get; } = declarations;

    protected override void AddChildren(ChildList children) => children.Add(Condition).Add(Declarations);
}
