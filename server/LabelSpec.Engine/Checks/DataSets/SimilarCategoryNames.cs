using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>Names that differ only in case, spaces, hyphens or invisible characters, in one file or across files.</summary>
sealed class SimilarCategoryNames(CheckContext context) : CategoryCheck(Info, context)
{
    readonly Dictionary<string, int> first = new(StringComparer.OrdinalIgnoreCase);

    public static new CheckInfo Info { get; } =
        new("LS5004", "similar_category_names", "Category names that differ only in spelling", Severity.Warning);

    protected override void Judge(int index, CategoryDeclaration declaration, CheckReport report)
    {
        if (string.IsNullOrWhiteSpace(declaration.Name))
            return;
        var canonical = Canonical(declaration.Name);
        if (canonical.Length == 0 || first.TryAdd(canonical, index))
            return;
        if (Data.Categories.Declarations[first[canonical]].Name != declaration.Name)
            report.Violated(OfCategory(index, first[canonical]));
    }

    public override Explanation Explain(in Violation violation)
    {
        var name = Data.Categories.Declarations[violation.Subject].Name ?? "";
        var other = Data.Categories.Declarations[violation.Other].Name ?? "";
        return new($"The categories \"{name}\" and \"{other}\" differ only in spelling, and may be one class.")
        {
            Field = new Field(FieldKind.Name),
            Values = [new DecidingValue("name", name), new DecidingValue("other", other)],
            Related = [new(SubjectKind.Category, violation.Other, "the other spelling")],
        };
    }

    static string Canonical(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var unit in name.Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(unit) || (char.IsSymbol(unit) || unit is '+' or '#' or '/' or '.'))
                letters.Append(unit);
        return letters.ToString();
    }
}
