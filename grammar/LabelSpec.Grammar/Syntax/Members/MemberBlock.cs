namespace LabelSpec.Grammar.Syntax;

/// <summary>The members between braces; the span includes the braces that are there.</summary>
public sealed class MemberBlock(Place place, IReadOnlyList<Member> members) : SyntaxNode(place)
{
    public IReadOnlyList<Member> Members { get; } = members;

    protected override void AddChildren(ChildList children) => children.Add(Members);
}
