using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>A number outside the range of its attribute.</summary>
sealed class AttributeOutOfRange(CheckContext context) : AttributeCheck(Info, context, AttributeVerdict.OutOfRange)
{
    public static new CheckInfo Info { get; } =
        new("LS3108", "attribute_range", "Attribute value out of range", Severity.Error);

    protected override Explanation Explain(AttributeEntry entry, string what, string value) =>
        new($"{what} is {value}; the guideline says {entry.Symbol.Type}.");
}
