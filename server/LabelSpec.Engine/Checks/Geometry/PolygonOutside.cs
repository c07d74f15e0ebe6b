using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Rules.Shapes;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>A polygon that leaves the image although the box beside it does not.</summary>
sealed class PolygonOutside(CheckContext context) : PolygonCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3305", "polygon_outside", "Polygon leaves the image", Severity.Warning)
        {
            HasFix = true,
            Parameters = [new("tolerance", 1, "px", "How far a vertex may leave the image: one pixel is rounding")],
        };

    // Formats that count in shares have no box beside a polygon, so that the smallest side is a matter of LS3203.
    readonly ImageBorder border = new(
        context.Facts,
        context.Settings.ParameterOf(Info, "tolerance"),
        ImageBorder.SmallestSide.Default
    );

    protected override bool DependsOnPixels(ShapeView shape) =>
        border.IsBeyond(shape.Image, shape.PolygonFacts.Bounds.Overhang(Facts.FrameOf(shape.Image))) is null;

    protected override bool HasDefect(ShapeView shape)
    {
        var frame = Facts.FrameOf(shape.Image);
        if (frame.IsEmpty || border.IsBeyond(shape.Image, shape.PolygonFacts.Bounds.Overhang(frame)) != true)
            return false;
        // A box that leaves the image, too, is a finding already.
        return shape.Box.IsFinite
            && border.IsBeyond(shape.Image, shape.Box.Overhang(frame)) != true
            && !Facts.MayLeaveImage(shape.Row);
    }

    protected override Explanation? Explain(ShapeView shape, int part, ReadOnlySpan<double> ring)
    {
        var frame = Facts.FrameOf(shape.Image);
        var tolerance = border.ToleranceIn(shape.Image);
        for (var i = 0; i + 1 < ring.Length; i += 2)
        {
            var outside = new Box(ring[i], ring[i + 1], 0, 0).Overhang(frame);
            if (outside > tolerance)
                return new(
                    $"A vertex of {NameOf(shape.Row)} at ({ImageBorder.Position(Facts, shape.Image, ring[i])}, "
                        + $"{ImageBorder.Position(Facts, shape.Image, ring[i + 1])}) lies {border.Show(shape.Image, outside)} "
                        + $"outside the image {border.SizeOf(shape.Image)}."
                )
                {
                    Field = Field.VertexOf(part, i / 2),
                    Values = [new DecidingValue("outside", outside), new DecidingValue("tolerance", tolerance)],
                    Repairs = PolygonRepairs.Changed(
                        shape,
                        Rows,
                        $"Clip {NameOf(shape.Row)} to the image",
                        (_, all) => RingClip.To(frame, all) is { Length: >= 6 } clipped ? [.. clipped] : []
                    ),
                };
        }

        return null;
    }
}
