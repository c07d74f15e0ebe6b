namespace LabelSpec.Grammar.Syntax;

/// <summary><c>ref CLASS</c>: another annotation of the same image.</summary>
public sealed class RefType(Place place, ClassSet classes) : AttributeType(place)
{
    public ClassSet Classes { get; } = classes;

    protected override void AddChildren(ChildList children) => children.Add(Classes);
}
