namespace LabelSpec.Grammar.Syntax;

/// <summary><c>r</c>, or <c>t frame 3</c> for one frame of a track.</summary>
public sealed class ExpectedPlace(Place place, Name name, NumberLiteral? frame) : SyntaxNode(place)
{
    public Name Name { get; } = name;

    public NumberLiteral? Frame { get; } = frame;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(Frame);
}
