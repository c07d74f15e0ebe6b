namespace LabelSpec.Grammar.Syntax;

/// <summary><c>a: CLASSES</c>, or <c>a: CLASSES, b: CLASSES</c> for every ordered pair (or tuple) in one image.</summary>
public sealed class AnnotationsBinder(Place place, IReadOnlyList<BoundVariable> variables) : Binder(place)
{
    public IReadOnlyList<BoundVariable> Variables { get; } = variables;

    protected override void AddChildren(ChildList children) => children.Add(Variables);
}
