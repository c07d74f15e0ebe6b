using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Structure;

/// <summary>An annotation of a category that the file does not declare. Captions are of none.</summary>
sealed class UnknownCategory(CheckContext context) : ColumnCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3004", "unknown_category", "Annotation refers to a category that does not exist", Severity.Error);

    public override void Judge(int first, int end, CheckReport report)
    {
        report.Judged(end - first);
        for (var row = first; row < end; row++)
        {
            if (Rows.Categories[row] >= 0 || Rows.Shapes[row] == ShapeKind.Caption)
                continue;
            if (Data.Categories.Count == 0 && Rows.Flags[row].HasFlag(AnnotationFlags.Prediction))
                report.Undecidable();
            else if (!Rows.DanglingCategoryId(row).IsNone)
                report.Violated(Violation.OfAnnotation(row));
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var id = Data.IdTexts.Show(Rows.DanglingCategoryId(violation.Subject));
        return new($"No category has the id {id} that this annotation refers to.")
        {
            Field = Field.Category,
            Values = [new DecidingValue("category_id", id)],
        };
    }
}
