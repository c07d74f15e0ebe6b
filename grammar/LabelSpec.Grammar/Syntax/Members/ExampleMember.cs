namespace LabelSpec.Grammar.Syntax;

/// <summary><c>example "image.png" box 1 2 3 4 { attr = value } "text"</c>, and <c>counterexample … use CLASS</c>.</summary>
public sealed class ExampleMember(
    Place place,
    bool isCounterexample,
    StringLiteral path,
    IReadOnlyList<Geometry> geometries,
    MemberBlock? attributes,
    StringLiteral? text,
    Name? use
) : Member(place)
{
    public bool IsCounterexample { get; } = isCounterexample;

    public StringLiteral Path { get; } = path;

    public IReadOnlyList<Geometry> Geometries { get; } = geometries;

    public MemberBlock? Attributes { get; } = attributes;

    public StringLiteral? Text { get; } = text;

    public Name? Use { get; } = use;

    protected override void AddChildren(ChildList children) =>
        children.Add(Path).Add(Geometries).Add(Attributes).Add(Text).Add(Use);
}
