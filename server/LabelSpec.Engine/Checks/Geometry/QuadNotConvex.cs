using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>
/// The four corners of an object, where they stand for a turned box (DOTA), turn in both directions: no box has such corners, and
/// programs that fit one give each another.
/// </summary>
sealed class QuadNotConvex(CheckContext context) : PolygonCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3311", "quad_not_convex", "Four corners that no box has", Severity.Warning);

    protected override bool HasDefect(ShapeView shape) =>
        Facts.Conventions.CornersStandForBoxes(Rows.FileOf(shape.Row))
        && shape.Polygon.PartCount == 1
        && DentOf(shape.Polygon.PartAt(0)) >= 0;

    protected override Explanation? Explain(ShapeView shape, int part, ReadOnlySpan<double> ring)
    {
        var corner = DentOf(ring);
        return corner < 0
            ? null
            : new(
                $"The corners of {NameOf(shape.Row)} turn the other way at corner {corner + 1} "
                    + $"({Wording.Number(ring[2 * corner])}, {Wording.Number(ring[2 * corner + 1])}): no box has such corners."
            )
            {
                Field = Field.VertexOf(part, corner),
            };
    }

    /// <summary>The corner at which the ring turns against its own sense; −1 for a convex ring, and for none of four corners.</summary>
    static int DentOf(ReadOnlySpan<double> ring)
    {
        if (ring.Length != 8 || Ring.SignedArea(ring) is not (var area and (> 0 or < 0)))
            return -1;
        var sense = Math.Sign(area);
        for (var i = 0; i < 4; i++)
        {
            var (before, next) = ((i + 3) % 4, (i + 1) % 4);
            var turn =
                (ring[2 * i] - ring[2 * before]) * (ring[2 * next + 1] - ring[2 * i + 1])
                - (ring[2 * i + 1] - ring[2 * before + 1]) * (ring[2 * next] - ring[2 * i]);
            if (turn * sense < 0)
                return i;
        }

        return -1;
    }
}
