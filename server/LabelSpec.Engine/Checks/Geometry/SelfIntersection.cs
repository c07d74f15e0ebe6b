using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>
/// A ring whose edges cross. Edges that only touch are fine: bridges to holes run along themselves. So are loops smaller
/// than a few pixels, which any drawing by hand leaves.
/// </summary>
sealed class SelfIntersection(CheckContext context) : PolygonCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3306", "self_intersection", "Polygon crosses itself", Severity.Warning)
        {
            Parameters =
            [
                new("smallest_loop", 9, "px2", "Loops that enclose less are passed over"),
                new("relative", 0.01, "%", "The same as a share of the polygon's box; the larger one counts"),
            ],
        };

    readonly double smallestLoop = context.Settings.ParameterOf(Info, "smallest_loop");
    readonly double relative = context.Settings.ParameterOf(Info, "relative");

    protected override bool HasDefect(ShapeView shape)
    {
        // Coordinates that are missing or infinite make crossings meaningless.
        if ((shape.PolygonFacts.Defects & (PolygonDefects.NotFinite | PolygonDefects.OddCount)) != 0)
            return false;
        for (var part = 0; part < shape.Polygon.PartCount; part++)
            if (Find(shape.Polygon.PartAt(part)) is not null)
                return true;
        return false;
    }

    protected override Explanation? Explain(ShapeView shape, int part, ReadOnlySpan<double> ring) =>
        Find(ring) is not { } crossing
            ? null
            : new(
                $"A polygon of {NameOf(shape.Row)} crosses itself at ({Wording.Number(crossing.At.X)}, "
                    + $"{Wording.Number(crossing.At.Y)}): edge {crossing.First + 1} and edge {crossing.Second + 1}."
            )
            {
                Field = Field.VertexOf(part, crossing.First),
                Values = [new DecidingValue("loop_area", crossing.LoopArea)],
            };

    RingCrossing? Find(ReadOnlySpan<double> ring)
    {
        ring = RingVertices.WithoutClosing(ring);
        return ring.Length < 8 ? null : RingCrossing.Find(ring, smallestLoop, relative);
    }
}
