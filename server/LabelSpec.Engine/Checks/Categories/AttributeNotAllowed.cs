using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols.Attributes;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>A value that is none of those the guideline lists, or does not match its pattern.</summary>
sealed class AttributeNotAllowed(CheckContext context) : AttributeCheck(Info, context, AttributeVerdict.NotAllowed)
{
    public static new CheckInfo Info { get; } =
        new("LS3107", "attribute_value", "Attribute value is not allowed", Severity.Error);

    protected override Explanation Explain(AttributeEntry entry, string what, string value)
    {
        var values = entry.Symbol.Type switch
        {
            EnumAttributeType type => type.Values,
            SetAttributeType type => type.Values,
            _ => [],
        };
        var nearest = Spelling.Nearest(value, values.Select(one => one.Name));
        return new(
            values.IsEmpty
                ? $"{what} is \"{value}\", which does not match {entry.Symbol.Type}."
                : $"{what} is \"{value}\"; allowed are {Wording.Quoted(values.Select(one => one.Name))}."
                    + (nearest is null ? "" : $" Did you mean \"{nearest}\"?")
        );
    }
}
