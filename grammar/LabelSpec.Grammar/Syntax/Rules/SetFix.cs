namespace LabelSpec.Grammar.Syntax;

/// <summary><c>set a.class = truck</c>.</summary>
public sealed class SetFix(Place place, Expression target, Expression value) : Fix(place)
{
    public Expression Target { get; } = target;

    public Expression Value { get; } = value;

    protected override void AddChildren(ChildList children) => children.Add(Target).Add(Value);
}
