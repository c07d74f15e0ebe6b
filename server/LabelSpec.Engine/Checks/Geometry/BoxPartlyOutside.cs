using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>A box that leaves the image on any side, negative coordinates included, although its class is not amodal.</summary>
sealed class BoxPartlyOutside(CheckContext context) : ColumnCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3203", "box_partly_outside", "Box leaves the image", Severity.Warning)
        {
            HasFix = true,
            Parameters =
            [
                new("tolerance", 1, "px", "How far a box may leave the image: one pixel is rounding"),
                ImageBorder.SmallestSide,
            ],
        };

    /// <summary>How far a stated area may differ from that of the box, as a share, to be that of the box: files round.</summary>
    const double SameArea = 1e-3;

    readonly ImageBorder border = ImageBorder.Of(context, Info);

    public override void Judge(int first, int end, CheckReport report)
    {
        for (var row = first; row < end; row++)
        {
            if (!BoxFrame.TryGet(Facts, Rows, row, out var box, out var frame))
                continue;
            report.Judged();
            var overhang = box.Overhang(frame);
            if (box.IsOutside(frame))
                continue;
            var isBeyond = border.IsBeyond(Rows.Images[row], overhang);
            if (isBeyond is null)
                report.Undecidable();
            else if (isBeyond == true)
                report.Violated(Violation.OfAnnotation(row) with { Value = overhang });
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var row = violation.Subject;
        BoxFrame.TryGet(Facts, Rows, row, out var box, out var frame);
        var image = Rows.Images[row];
        var tolerance = border.ToleranceIn(image);
        var sides = box.EdgesTouched(frame, -tolerance).ToString().ToLowerInvariant().Replace(", ", " and ");
        return new(
            $"The box of {NameOf(row)} leaves the image by {border.Show(image, violation.Value)} ({sides}); "
                + (
                    Facts.KnowsPixels(image)
                        ? $"the image is {frame.Width} x {frame.Height} px."
                        : "shares go from 0 to 1."
                )
        )
        {
            Field = Field.Extent,
            Values = [new DecidingValue("outside", violation.Value), new DecidingValue("tolerance", tolerance)],
            Repairs = CanClip(row, frame)
                ? [new("Clip the box to the image", Clipped(row, box, box.ClampTo(frame)))]
                : [],
        };
    }

    /// <summary>The new box, and where the file states the area of the old one, that of the new one.</summary>
    ImmutableArray<ElementChange> Clipped(int row, Box box, Box clipped)
    {
        var element = Element.Annotation(row);
        var isOfBox =
            !Rows.Flags[row].HasFlag(AnnotationFlags.HasPolygon)
            && Math.Abs(Rows.StoredAreas[row] - box.Area) <= SameArea * box.Area;
        return isOfBox
            ? [new ElementChange.SetBox(element, clipped), new ElementChange.SetArea(element, clipped.Area)]
            : [new ElementChange.SetBox(element, clipped)];
    }

    // Clipping the box alone would contradict a polygon or mask that leaves the image as well.
    bool CanClip(int row, Box frame)
    {
        if (Rows.Angles[row] != 0 || Rows.Flags[row].HasFlag(AnnotationFlags.HasMask))
            return false;
        if (!Rows.Flags[row].HasFlag(AnnotationFlags.HasPolygon))
            return true;
        var polygon = new PolygonBuffer();
        return Data.ReadPolygon(row, polygon) && frame.Contains(PolygonFacts.Of(polygon).Bounds);
    }
}
