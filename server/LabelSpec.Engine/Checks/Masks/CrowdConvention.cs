using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Masks;

/// <summary>
/// COCO writes single objects as polygons and crowds as run lengths, and some readers decide by that. One finding for each
/// file, as an exporter does it everywhere or nowhere.
/// </summary>
sealed class CrowdConvention(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3404", "crowd_convention", "Run lengths for single objects, or polygons for crowds", Severity.Hint);

    public override void Judge(CheckReport report)
    {
        var groups = new Groups<(int File, bool IsCrowd)>();
        for (var row = 0; row < Rows.Count; row++)
        {
            var flags = Rows.Flags[row];
            if (
                (flags & (AnnotationFlags.HasMask | AnnotationFlags.HasPolygon)) == 0
                || (flags & (AnnotationFlags.Prediction | AnnotationFlags.MaskInPicture)) != 0
                || Data.Files[Rows.FileOf(row)].Format?.Id != "coco"
            )
                continue;
            report.Judged();
            var isCrowd = flags.HasFlag(AnnotationFlags.Crowd);
            if (flags.HasFlag(AnnotationFlags.HasMask) != isCrowd)
                groups.Add((Rows.FileOf(row), isCrowd), row);
        }

        foreach (var (key, group) in groups)
            report.Violated(
                Violation.OfAnnotation(group.FirstRow) with
                {
                    Detail = key.IsCrowd ? 1 : 0,
                    Value = group.Count,
                }
            );
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            violation.Detail == 1
                ? $"{Wording.Count((long)violation.Value, "crowd is a polygon", "crowds are polygons")}; COCO writes crowds "
                    + "as run lengths."
                : $"{Wording.Count((long)violation.Value, "annotation without iscrowd has", "annotations without iscrowd have")} "
                    + "run lengths; COCO writes single objects as polygons."
        )
        {
            Field = Field.Segmentation,
            Values = [new DecidingValue("count", violation.Value)],
        };
}
