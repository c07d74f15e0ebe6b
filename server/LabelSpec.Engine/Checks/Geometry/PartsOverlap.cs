using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>Two parts of one polygon cover the same place: it counts twice in areas, or as a hole.</summary>
sealed class PartsOverlap(CheckContext context) : PartsCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3308", "parts_overlap", "Parts of a polygon overlap", Severity.Warning)
        {
            Parameters = [new("share", 0.1, "%", "How much of the smaller part may lie in another")],
        };

    protected override string ValueName => "share";

    protected override void JudgeParts(int row, PolygonBuffer polygon, CheckReport report)
    {
        report.Judged();
        for (var part = 1; part < polygon.PartCount; part++)
        for (var other = 0; other < part; other++)
        {
            var share = polygon.IsHole(part) || polygon.IsHole(other) ? 0 : Share(polygon, part, other);
            if (share <= Limit)
                continue;
            report.Violated(Violation.OfAnnotation(row) with { Detail = part, Value = share, Limit = other });
            return;
        }
    }

    protected override string Message(in Violation violation) =>
        $"{Wording.Percent(violation.Value)} of the smaller of parts {violation.Limit + 1} and {violation.Detail + 1} of "
        + $"the polygon of {NameOf(violation.Subject)} lies in the other one.";

    static double Share(PolygonBuffer polygon, int part, int other)
    {
        var a = polygon.PartAt(part);
        var b = polygon.PartAt(other);
        // Most parts are far from one another.
        if (RingFacts.Of(a).Bounds.Intersect(RingFacts.Of(b).Bounds).IsEmpty)
            return 0;
        var (first, second) = (Region.FromRing(a), Region.FromRing(b));
        var smaller = Math.Min(first.Area, second.Area);
        return smaller > 0 ? first.IntersectionArea(second) / smaller : 0;
    }
}
