namespace LabelSpec.Grammar.Syntax;

/// <summary><c>distinguish A from B { … }</c>.</summary>
public sealed class DistinguishDeclaration(Place place, Name first, IReadOnlyList<Name> others, MemberBlock? body)
    : Declaration(place)
{
    public Name First { get; } = first;

    public IReadOnlyList<Name> Others { get; } = others;

    public MemberBlock? Body { get; } = body;

    public override MemberBlock? Block => Body;

    protected override void AddChildren(ChildList children) => children.Add(First).Add(Others).Add(Body);
}
