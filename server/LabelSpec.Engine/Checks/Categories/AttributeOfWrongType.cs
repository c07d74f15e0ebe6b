using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>A value that cannot be read as the attribute's type.</summary>
sealed class AttributeOfWrongType(CheckContext context) : AttributeCheck(Info, context, AttributeVerdict.WrongType)
{
    public static new CheckInfo Info { get; } =
        new("LS3106", "attribute_type", "Attribute value of the wrong type", Severity.Error);

    protected override Explanation Explain(AttributeEntry entry, string what, string value) =>
        new($"{what} is \"{value}\"; the guideline says it is {entry.Symbol.Type}.");
}
