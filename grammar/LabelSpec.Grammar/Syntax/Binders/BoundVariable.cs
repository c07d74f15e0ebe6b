namespace LabelSpec.Grammar.Syntax;

/// <summary><c>v: CLASSES</c>, <c>v: CLASSES in EXPR</c> or <c>v in EXPR</c>.</summary>
public sealed class BoundVariable(Place place, Name name, ClassSet? classes, Expression? domain) : SyntaxNode(place)
{
    public Name Name { get; } = name;

    public ClassSet? Classes { get; } = classes;

    /// <summary>Where to look: a track, a group, the data set …; the same image when null.</summary>
    public Expression? Domain { get; } = domain;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(Classes).Add(Domain);
}
