using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Semantics.Symbols.Attributes;
using AttributeValue = LabelSpec.Annotations.Model.AttributeValue;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>A value that is none of those the guideline lists, or does not match its pattern.</summary>
sealed class AttributeNotAllowed(CheckContext context) : AttributeCheck(Info, context, AttributeVerdict.NotAllowed)
{
    public static new CheckInfo Info { get; } =
        new("LS3107", "attribute_value", "Attribute value is not allowed", Severity.Error) { HasFix = true };

    protected override Explanation Explain(AttributeEntry entry, string what, string value)
    {
        var values = LabelsOf(entry.Symbol.Type);
        var nearest = NearestWord.Find(value, values);
        return new(
            values.Count == 0
                ? $"{what} is \"{value}\", which does not match {entry.Symbol.Type}."
                : $"{what} is \"{value}\"; allowed are {Wording.Quoted(values)}."
                    + (nearest is null ? "" : $" Did you mean \"{nearest}\"?")
        );
    }

    // A list is right in some of its values, and what is meant by the others is not told by the whole.
    protected override string? ValueMeant(AttributeEntry entry, AttributeValue value) =>
        value.Kind == AttributeValueKind.Text && entry.Symbol.Type is EnumAttributeType
            ? NearestWord.Find(value.AsText, LabelsOf(entry.Symbol.Type))
            : null;

    /// <summary>The values as data files write them.</summary>
    static IReadOnlyList<string> LabelsOf(AttributeType type) =>
        type switch
        {
            EnumAttributeType words => [.. words.Values.Select(one => one.Label)],
            SetAttributeType words => [.. words.Values.Select(one => one.Label)],
            _ => [],
        };
}
