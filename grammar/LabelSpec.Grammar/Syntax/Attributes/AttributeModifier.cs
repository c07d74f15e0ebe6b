namespace LabelSpec.Grammar.Syntax;

/// <summary><c>required</c>, <c>required when EXPR</c>, <c>only when EXPR</c>, <c>constant</c> or <c>= DEFAULT</c>.</summary>
public sealed class AttributeModifier(Place place, AttributeModifierKind kind, Expression? argument) : SyntaxNode(place)
{
    public AttributeModifierKind Kind { get; } = kind;

    /// <summary>The condition, or the default value.</summary>
    public Expression? Argument { get; } = argument;

    protected override void AddChildren(ChildList children) => children.Add(Argument);
}
