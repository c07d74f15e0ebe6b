using System.Runtime.InteropServices;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>
/// A polygon that lies under another one of the same image nearly completely, by the drawing order of the file: what is
/// drawn over it, nobody sees.
/// </summary>
sealed class CoveredObject(CheckContext context) : ImageCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3604", "covered_object", "Object is covered by another one", Severity.Warning)
        {
            Parameters = [new("visible", 0.05, "%", "Objects of which less is visible are covered")],
        };

    const double Rounding = 1e-6;

    readonly double smallest = context.Settings.ParameterOf(Info, "visible");

    public override void Judge(int image, ReadOnlySpan<int> annotations, CheckReport report)
    {
        if (!Rows.ZOrders.IsPresent)
            return;
        var drawn = DrawnOf(annotations);
        foreach (var one in drawn)
        {
            report.Judged();
            if (FindCover(one, drawn) is var (other, visible))
                report.Violated(Violation.OfPair(one.Row, other) with { Value = visible });
        }
    }

    (int Row, double Visible)? FindCover(Drawn one, List<Drawn> drawn)
    {
        // Mostly what is drawn over it comes after it.
        var first = drawn.FindIndex(other => other.HighestUntilHere > one.ZOrder);
        if (first < 0)
            return null;
        var (region, area) = (default(Region), -1.0);
        foreach (var other in CollectionsMarshal.AsSpan(drawn)[first..])
        {
            if (other.ZOrder <= one.ZOrder)
                continue;
            var common = one.Box.Intersect(other.Box);
            if (common.IsEmpty || !Pairs.AreSameWork(Rows, one.Row, other.Row))
                continue;
            if (region is null)
                area = (region = RegionOf(one.Row)).Area;
            // No more of it can be covered than lies in both boxes, where these are drawn around the polygons.
            if (one.HasOwnBounds && other.HasOwnBounds && common.Area < (1 - smallest) * (1 - Rounding) * area)
                continue;
            var visible = 1 - region.ShareInside(RegionOf(other.Row));
            if (visible < smallest)
                return (other.Row, visible);
        }

        return null;
    }

    List<Drawn> DrawnOf(ReadOnlySpan<int> annotations)
    {
        var drawn = new List<Drawn>();
        var highest = int.MinValue;
        foreach (var row in annotations)
            if (IsDrawn(row))
            {
                highest = Math.Max(highest, Rows.ZOrders[row]);
                var hasOwnBounds = (Rows.Flags[row] & AnnotationFlags.HasStoredBox) == 0;
                drawn.Add(new(row, Rows.ZOrders[row], Rows.Boxes[row], hasOwnBounds, highest));
            }

        return drawn;
    }

    readonly record struct Drawn(int Row, int ZOrder, Box Box, bool HasOwnBounds, int HighestUntilHere);

    public override Explanation Explain(in Violation violation) =>
        new(
            $"{NameOf(violation.Other)} is drawn over {NameOf(violation.Subject)}, of which "
                + $"{Wording.Percent(Math.Max(0, violation.Value))} is left to see."
        )
        {
            Field = Field.Segmentation,
            Values = [new DecidingValue("visible", violation.Value), new DecidingValue("limit", smallest)],
            Related = [new(SubjectKind.Annotation, violation.Other, "drawn over it")],
        };

    // Boxes overlap by nature, also where the objects in them do not.
    bool IsDrawn(int row) => Rows.Shapes[row] == ShapeKind.Polygon && Rows.Categories[row] >= 0;

    Region RegionOf(int row)
    {
        var polygon = new PolygonBuffer();
        Data.ReadPolygon(row, polygon);
        return polygon.PartCount == 0 ? Region.FromBox(default) : ShapeOverlap.RegionOf(polygon);
    }
}
