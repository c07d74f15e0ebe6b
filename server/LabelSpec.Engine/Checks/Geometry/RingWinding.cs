using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks.Coordinates;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>
/// Rings that run against the sense that their format gives them: DOTA's corners go clockwise on the screen; GeoJSON's outlines go
/// counter-clockwise with y up, and holes the other way (RFC 7946, section 3.1.6). In the numbers of the files both are the
/// same sense.
/// </summary>
sealed class RingWinding(CheckContext context) : EvidenceCheck<GroupEvidence<WindingTally>>(Info, context)
{
    public static new CheckInfo Info { get; } = new("LS3310", "ring_winding", "Rings run the wrong way", Severity.Info);

    readonly FileGroups groups = context.Facts.FileGroups;

    protected override GroupEvidence<WindingTally> Nothing() => new(groups.Count);

    protected override void Collect(int first, int end, GroupEvidence<WindingTally> evidence)
    {
        var polygon = new PolygonBuffer();
        for (var row = first; row < end; row++)
        {
            var file = Rows.FileOf(row);
            if (!Facts.Conventions.RingsHaveSense(file) || !Data.ReadPolygon(row, polygon))
                continue;
            if (Rows.Shapes[row] is ShapeKind.Polyline or ShapeKind.Point)
                continue;
            var tally = evidence.Start(groups.Of(file));
            for (var part = 0; part < polygon.PartCount; part++)
                if (Ring.SignedArea(polygon.PartAt(part)) is var area && (area > 0 || area < 0))
                    tally.Add(area > 0 == polygon.IsHole(part), row);
        }
    }

    protected override void JudgeEvidence(GroupEvidence<WindingTally> evidence, CheckReport report)
    {
        for (var group = 0; group < groups.Count; group++)
        {
            if (evidence.Of(group) is not { Rings: > 0 } tally)
                continue;
            report.Judged();
            if (tally.Wrong > 0)
                report.Violated(Violation.OfAnnotation(tally.Example) with { Value = tally.Wrong });
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var file = Rows.FileOf(violation.Subject);
        var rings = Judged.Of(groups.Of(file))!.Rings;
        var isDota = Data.Files[file].Format?.Id == "dota";
        return new(
            isDota
                ? $"The corners of {violation.Value} of {Wording.Count(rings, "object")} go counter-clockwise; DOTA has them "
                    + "clockwise from the object's top-left corner, so that tools take another side for its front."
                : $"{violation.Value} of {Wording.Count(rings, "ring")} run the wrong way; GeoJSON has outlines "
                    + "counter-clockwise and holes clockwise."
        )
        {
            Field = Field.Segmentation,
            Values = [new DecidingValue("wrong", violation.Value), new DecidingValue("rings", rings)],
        };
    }
}
