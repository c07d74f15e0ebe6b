using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
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

    // Of files without a text among the ids, which are nearly all, nothing more is asked.
    readonly bool[] hasTextIds = FilesWithTextIds(context.Dataset);

    internal override IEnumerable<bool> Circumstances => [Data.Images.Count == 0];

    public override void Judge(int first, int end, CheckReport report)
    {
        report.Judged(end - first);
        for (var row = first; row < end; row++)
        {
            if (Rows.Images[row] >= 0)
            {
                if (hasTextIds[Rows.FileOf(row)] && IsSpelledOtherwise(row))
                    report.Violated(Violation.OfAnnotation(row));
                continue;
            }

            // A results file is read together with the file that declares its images, or cannot be judged.
            if (Data.Images.Count == 0 && Rows.Flags[row].HasFlag(AnnotationFlags.Prediction))
                report.Undecidable();
            else if (!Rows.DanglingImageId(row).IsNone)
                report.Violated(Violation.OfAnnotation(row));
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        if (Rows.Images[violation.Subject] >= 0)
            return ExplainSpelling(violation.Subject);
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

    Explanation ExplainSpelling(int row)
    {
        var id = Data.IdTexts.Show(Data.Images.Ids[Rows.Images[row]]);
        var (here, there) = IsText(Element.Annotation(row), Field.Image) ? ("text", "number") : ("number", "text");
        return new(
            $"The annotation refers to image {id} as a {here}, which is a {there} where the image is declared: readers that "
                + "tell them apart find no such image. Write both as numbers."
        )
        {
            Field = Field.Image,
            Values = [new DecidingValue("image_id", id)],
        };
    }

    bool IsSpelledOtherwise(int row) =>
        Rows.FileOf(row) == Data.Images.FileOf(Rows.Images[row])
        && IsText(Element.Annotation(row), Field.Image) != IsText(Element.Image(Rows.Images[row]), Field.Id);

    bool IsText(Element element, Field field)
    {
        var place = Data.Locate(element, field);
        return !place.IsNone && Data.Files[place.File].Bytes.Slice(place.Start, 1) is [(byte)'"'];
    }

    static bool[] FilesWithTextIds(Dataset dataset)
    {
        var files = new bool[dataset.Files.Length];
        foreach (var problem in dataset.Problems)
            if (problem.Kind == JsonProblems.TextId && !problem.Span.IsNone)
                files[problem.Span.File] = true;
        return files;
    }
}
