namespace LabelSpec.Grammar.Syntax;

/// <summary><c>since "2.1.0"</c>.</summary>
public sealed class SinceMember(Place place, StringLiteral version) : Member(place)
{
    public StringLiteral Version { get; } = version;

    protected override void AddChildren(ChildList children) => children.Add(Version);
}
