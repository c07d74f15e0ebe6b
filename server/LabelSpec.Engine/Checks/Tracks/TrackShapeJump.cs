using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>A polygon is suddenly of another shape than in the frame before, wherever and however large it is.</summary>
sealed class TrackShapeJump(CheckContext context) : StepCheck(Info, context)
{
    /// <summary>In pixels; of smaller polygons, the corners' rounding is much of the shape.</summary>
    const double SmallestSide = 10;

    public static new CheckInfo Info { get; } =
        new("LS3709", "track_shape_jump", "Shape of a polygon jumps within a track", Severity.Info)
        {
            Parameters =
            [
                new(
                    "change",
                    0.5,
                    "%",
                    "What two polygons do not share of their union, when their boxes are made the same"
                ),
            ],
        };

    protected override double Limit { get; } = context.Settings.ParameterOf(Info, "change");

    protected override bool Concerns(TrackView track)
    {
        foreach (var step in track.Steps)
            if (Rows.Shapes[step.Row] == ShapeKind.Polygon)
                return true;
        return false;
    }

    protected override double Change(TrackStep before, TrackStep after)
    {
        if (ShapeOf(before.Row) is not { } earlier || ShapeOf(after.Row) is not { } later)
            return double.NaN;
        // Something in front that comes or goes cuts the shape in other parts, and no part of it jumped.
        return earlier.Outlines == later.Outlines ? 1 - earlier.Region.IoU(later.Region) : double.NaN;
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"{NameOfTrack(Rows.Tracks[violation.Subject])} changes its shape by {Wording.Percent(violation.Value)} from frame "
                + $"{Facts.Tracks.FrameName(violation.Other)} to frame {Facts.Tracks.FrameName(violation.Subject)}, measured inside of "
                + $"its box; half of its steps change it by less than {Wording.Percent(violation.Limit)}."
        )
        {
            Field = Field.Segmentation,
            Values = [new DecidingValue("change", violation.Value), new DecidingValue("median", violation.Limit)],
            Related = [new(SubjectKind.Annotation, violation.Other, "the frame before")],
        };

    /// <summary>
    /// The polygon, stretched so that its box is a square of side 1, and of how many outlines it is; null for what has no shape to
    /// speak of.
    /// </summary>
    (Region Region, int Outlines)? ShapeOf(int row)
    {
        var polygon = new PolygonBuffer();
        if (Rows.Shapes[row] != ShapeKind.Polygon || !Data.ReadPolygon(row, polygon))
            return null;
        var box = Ring.Bounds(polygon.Coordinates);
        if (!(box.IsFinite && box.Width >= SmallestSide && box.Height >= SmallestSide))
            return null;
        var (numbers, ends, holes, outlines) = (new List<double>(), new List<int>(), new List<bool>(), 0);
        for (var part = 0; part < polygon.PartCount; part++)
        {
            var ring = polygon.PartAt(part);
            if (ring.Length % 2 != 0)
                return null;
            for (var i = 0; i < ring.Length; i += 2)
                numbers.AddRange([(ring[i] - box.Left) / box.Width, (ring[i + 1] - box.Top) / box.Height]);
            ends.Add(numbers.Count);
            holes.Add(polygon.IsHole(part));
            outlines += polygon.IsHole(part) ? 0 : 1;
        }

        return Region.FromOwnRings([.. numbers], [.. ends], [.. holes]) is { } region ? (region, outlines) : null;
    }
}
