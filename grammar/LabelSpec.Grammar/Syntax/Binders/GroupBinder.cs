namespace LabelSpec.Grammar.Syntax;

/// <summary><c>group g [: CLASSES]</c>: annotations that share a group id.</summary>
public sealed class GroupBinder(Place place, Name variable, ClassSet? classes) : Binder(place)
{
    public Name Variable { get; } = variable;

    public ClassSet? Classes { get; } = classes;

    protected override void AddChildren(ChildList children) => children.Add(Variable).Add(Classes);
}
