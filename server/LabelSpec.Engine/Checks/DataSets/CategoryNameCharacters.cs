using System.Collections.Immutable;
using System.Globalization;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Migration;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>Names with spaces at their ends or with characters that nobody sees; comparisons by name fail on them.</summary>
sealed class CategoryNameCharacters(CheckContext context) : CategoryCheck(Info, context)
{
    const int MostRenamed = 1000;

    public static new CheckInfo Info { get; } =
        new("LS5005", "category_name_characters", "Category name with invisible characters", Severity.Warning)
        {
            HasFix = true,
        };

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
            Repairs = [.. Cleaned(name)],
        };
    }

    /// <summary>The name without what nobody sees, wherever it stands; of very many annotations `labelspec migrate` does it.</summary>
    IEnumerable<Repair> Cleaned(string name)
    {
        var clean = string.Concat(name.Where(letter => !IsInvisible(letter))).Trim();
        if (
            clean.Length == 0
            || Data.Categories.IndexOf(name) is not (>= 0 and var category)
            || Facts.AnnotationsPerCategory[category] > MostRenamed
        )
            return [];
        ImmutableArray<ElementChange> changes =
        [
            .. new ChangedElements(Data, new LabelChange.OfClass(name, clean)).All(),
        ];
        return changes.IsEmpty ? [] : [new($"Rename the class to \"{clean}\"", changes) { IsSafe = false }];
    }

    static bool IsInvisible(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;

    static int FirstInvisible(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var isEdge = i == 0 || i == name.Length - 1;
            if ((isEdge && char.IsWhiteSpace(name[i])) || IsInvisible(name[i]))
                return i;
        }

        return -1;
    }
}
