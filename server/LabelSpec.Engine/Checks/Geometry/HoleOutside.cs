using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>A hole that does not lie in the ring that it is cut out of, which is the outline before it.</summary>
sealed class HoleOutside(CheckContext context) : PartsCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3309", "hole_outside", "Hole lies outside its ring", Severity.Warning)
        {
            Parameters = [new("share", 0.01, "%", "How much of the hole may lie outside")],
        };

    protected override string ValueName => "outside";

    protected override void JudgeParts(int row, PolygonBuffer polygon, CheckReport report)
    {
        var outline = -1;
        for (var part = 0; part < polygon.PartCount; part++)
        {
            if (!polygon.IsHole(part))
            {
                outline = part;
                continue;
            }

            report.Judged();
            var outside = outline < 0 ? 1 : ShareOutside(polygon.PartAt(part), polygon.PartAt(outline));
            if (outside > Limit)
                report.Violated(Violation.OfAnnotation(row) with { Detail = part, Value = outside });
        }
    }

    protected override string Message(in Violation violation) =>
        $"{Wording.Percent(violation.Value)} of the hole in {NameOf(violation.Subject)} lies outside the ring that it is "
        + "cut out of: it cuts nothing there.";

    static double ShareOutside(ReadOnlySpan<double> hole, ReadOnlySpan<double> outline)
    {
        var region = Region.FromRing(hole);
        if (!(region.Area > 0))
            return 0;
        var inside = region.ShareInside(Region.FromRing(outline));
        return double.IsNaN(inside) ? 0 : 1 - inside;
    }
}
