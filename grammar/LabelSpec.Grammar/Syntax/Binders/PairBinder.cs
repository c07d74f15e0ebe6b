namespace LabelSpec.Grammar.Syntax;

/// <summary><c>pair a, b: CLASSES</c>: every unordered pair in one image.</summary>
public sealed class PairBinder(Place place, Name first, Name second, ClassSet classes) : Binder(place)
{
    public Name First { get; } = first;

    public Name Second { get; } = second;

    public ClassSet Classes { get; } = classes;

    protected override void AddChildren(ChildList children) => children.Add(First).Add(Second).Add(Classes);
}
