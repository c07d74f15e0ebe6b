using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Structure;

/// <summary>An annotation of an image that the file does not declare.</summary>
sealed class UnknownImage(CheckContext context) : ColumnCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3003", "unknown_image", "Annotation refers to an image that does not exist", Severity.Error)
        {
            HasFix = true,
        };

    internal override IEnumerable<bool> Circumstances => [Data.Images.Count == 0];

    public override void Judge(int first, int end, CheckReport report)
    {
        report.Judged(end - first);
        for (var row = first; row < end; row++)
        {
            if (Rows.Images[row] >= 0)
                continue;
            // A results file is read together with the file that declares its images, or cannot be judged.
            if (Data.Images.Count == 0 && Rows.Flags[row].HasFlag(AnnotationFlags.Prediction))
                report.Undecidable();
            else if (!Rows.DanglingImageId(row).IsNone)
                report.Violated(Violation.OfAnnotation(row));
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var id = Data.IdTexts.Show(Rows.DanglingImageId(violation.Subject));
        return new($"No image has the id {id} that this annotation refers to; most tools drop it silently.")
        {
            Field = Field.Image,
            Values = [new DecidingValue("image_id", id)],
            Repairs =
            [
                new("Remove the annotation", new ElementChange.Remove(Element.Annotation(violation.Subject)))
                {
                    IsSafe = false,
                },
            ],
        };
    }
}
