using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Captions;

/// <summary>A caption without a word.</summary>
sealed class EmptyCaption(CheckContext context) : ColumnCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3801", "empty_caption", "Caption says nothing", Severity.Warning) { HasFix = true };

    public override void Judge(int first, int end, CheckReport report)
    {
        for (var row = first; row < end; row++)
        {
            if (Rows.Shapes[row] != ShapeKind.Caption)
                continue;
            report.Judged();
            if (!(Data.ReadCaption(row) ?? "").Any(char.IsLetterOrDigit))
                report.Violated(Violation.OfAnnotation(row));
        }
    }

    public override Explanation Explain(in Violation violation) =>
        new($"The caption \"{Data.ReadCaption(violation.Subject)}\" has no word.")
        {
            Field = new Field(FieldKind.Caption),
            Repairs =
            [
                new("Remove the caption", new ElementChange.Remove(Element.Annotation(violation.Subject)))
                {
                    IsSafe = false,
                },
            ],
        };
}
