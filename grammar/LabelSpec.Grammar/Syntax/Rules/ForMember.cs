namespace LabelSpec.Grammar.Syntax;

/// <summary><c>for BINDER [where EXPR]</c>.</summary>
public sealed class ForMember(Place place, Binder binder, Expression? where) : Member(place)
{
    public Binder Binder { get; } = binder;

    public Expression? Where { get; } = where;

    protected override void AddChildren(ChildList children) => children.Add(Binder).Add(Where);
}
