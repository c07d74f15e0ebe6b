namespace LabelSpec.Grammar.Syntax;

/// <summary><c>track t: CLASSES</c>.</summary>
public sealed class TrackBinder(Place place, Name variable, ClassSet classes) : Binder(place)
{
    public Name Variable { get; } = variable;

    public ClassSet Classes { get; } = classes;

    protected override void AddChildren(ChildList children) => children.Add(Variable).Add(Classes);
}
