namespace LabelSpec.Grammar.Syntax;

/// <summary><c>attribute NAME ["dataset label"]: TYPE [required] [required when EXPR] [only when EXPR] [constant] [= DEFAULT] { … }</c>.</summary>
public sealed class AttributeMember(
    Place place,
    Name name,
    StringLiteral? datasetLabel,
    AttributeType type,
    IReadOnlyList<AttributeModifier> modifiers,
    MemberBlock? body
) : Member(place)
{
    public Name Name { get; } = name;

    public StringLiteral? DatasetLabel { get; } = datasetLabel;

    public AttributeType Type { get; } = type;

    public IReadOnlyList<AttributeModifier> Modifiers { get; } = modifiers;

    public MemberBlock? Body { get; } = body;

    protected override void AddChildren(ChildList children) =>
        children.Add(Name).Add(DatasetLabel).Add(Type).Add(Modifiers).Add(Body);
}
