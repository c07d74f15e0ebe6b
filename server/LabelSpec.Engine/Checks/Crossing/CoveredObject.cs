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

    readonly double smallest = context.Settings.ParameterOf(Info, "visible");

    public override void Judge(int image, ReadOnlySpan<int> annotations, CheckReport report)
    {
        if (!Rows.ZOrders.IsPresent)
            return;
        foreach (var row in annotations)
        {
            if (!IsDrawn(row))
                continue;
            report.Judged();
            foreach (var other in annotations)
            {
                if (!IsDrawn(other) || Rows.ZOrders[other] <= Rows.ZOrders[row])
                    continue;
                if (Rows.Boxes[row].Intersect(Rows.Boxes[other]).IsEmpty || !Pairs.AreSameWork(Rows, row, other))
                    continue;
                var visible = 1 - RegionOf(row).ShareInside(RegionOf(other));
                if (!(visible < smallest))
                    continue;
                report.Violated(Violation.OfPair(row, other) with { Value = visible });
                break;
            }
        }
    }

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
