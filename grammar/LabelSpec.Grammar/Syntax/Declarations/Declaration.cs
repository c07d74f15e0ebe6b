namespace LabelSpec.Grammar.Syntax;

/// <summary>A statement at the top of a file (or, for rules, in a <c>when</c> block).</summary>
public abstract class Declaration(Place place) : DocumentedNode(place)
{
    /// <summary>The name that the declaration brings into being, if it brings one.</summary>
    public virtual Name? DeclaredName => null;

    public virtual MemberBlock? Block => null;

    /// <summary>The members of its block; empty without a block.</summary>
    public IReadOnlyList<Member> Members => Block?.Members ?? [];
}
