namespace LabelSpec.Grammar.Syntax;

/// <summary><c>replaces "old", "older" since "2.0.0"</c>.</summary>
public sealed class ReplacesMember(Place place, IReadOnlyList<StringLiteral> names, StringLiteral? since)
    : Member(place)
{
    public IReadOnlyList<StringLiteral> Names { get; } = names;

    public StringLiteral? Since { get; } = since;

    protected override void AddChildren(ChildList children) => children.Add(Names).Add(Since);
}
