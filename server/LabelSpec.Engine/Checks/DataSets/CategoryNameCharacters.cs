using System.Globalization;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>Names with spaces at their ends or with characters that nobody sees; comparisons by name fail on them.</summary>
sealed class CategoryNameCharacters(CheckContext context) : CategoryCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5005", "category_name_characters", "Category name with invisible characters", Severity.Warning);

    protected override void Judge(int index, CategoryDeclaration declaration, CheckReport report)
    {
        if (declaration.Name is { } name && !string.IsNullOrWhiteSpace(name) && FirstInvisible(name) >= 0)
            report.Violated(OfCategory(index) with { Detail = FirstInvisible(name) });
    }

    public override Explanation Explain(in Violation violation)
    {
        var name = Data.Categories.Declarations[violation.Subject].Name ?? "";
        var code = $"U+{(int)name[violation.Detail]:X4}";
        return new(
            $"Character {violation.Detail + 1} of the category name \"{name}\" ({code}) is not visible; "
                + "names are compared character by character."
        )
        {
            Field = new Field(FieldKind.Name),
            Values = [new DecidingValue("character", code)],
        };
    }

    static int FirstInvisible(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var isEdge = i == 0 || i == name.Length - 1;
            if (
                (isEdge && char.IsWhiteSpace(name[i]))
                || CharUnicodeInfo.GetUnicodeCategory(name[i]) is UnicodeCategory.Control or UnicodeCategory.Format
            )
                return i;
        }

        return -1;
    }
}
