namespace LabelSpec.Grammar.Syntax;

/// <summary>A value of an attribute, with its documentation: <c>partial ["dataset label"]</c>. A quoted value is its own name.</summary>
public sealed class EnumValue(Place place, Name name, StringLiteral? datasetLabel) : Member(place)
{
    public Name Name { get; } = name;

    public StringLiteral? DatasetLabel { get; } = datasetLabel;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(DatasetLabel);
}
