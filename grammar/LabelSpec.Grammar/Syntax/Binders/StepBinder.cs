namespace LabelSpec.Grammar.Syntax;

/// <summary><c>step a -&gt; b: CLASSES</c>: successive annotations of one track.</summary>
public sealed class StepBinder(Place place, Name first, Name second, ClassSet classes) : Binder(place)
{
    public Name First { get; } = first;

    public Name Second { get; } = second;

    public ClassSet Classes { get; } = classes;

    protected override void AddChildren(ChildList children) => children.Add(First).Add(Second).Add(Classes);
}
