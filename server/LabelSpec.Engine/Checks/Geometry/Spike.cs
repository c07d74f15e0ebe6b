using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>
/// A vertex at which the outline goes out and straight back: a slip of the mouse. It adds no area, but bounds and boxes
/// reach out to it.
/// </summary>
sealed class Spike(CheckContext context) : PolygonCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3307", "spike", "Polygon has a spike", Severity.Info)
        {
            HasFix = true,
            Parameters =
            [
                new("angle", 1, "deg", "Sharper corners are spikes"),
                new("length", 20, "px", "Shorter ones are passed over"),
            ],
        };

    readonly double cosine = Math.Cos(context.Settings.ParameterOf(Info, "angle") * Math.PI / 180);
    readonly double length = context.Settings.ParameterOf(Info, "length");

    protected override bool DependsOnPixels(ShapeView shape) => HasSpike(shape, longerThan: 0);

    protected override bool HasDefect(ShapeView shape) => HasSpike(shape, length);

    bool HasSpike(ShapeView shape, double longerThan)
    {
        if ((shape.PolygonFacts.Defects & (PolygonDefects.NotFinite | PolygonDefects.NoArea)) != 0)
            return false;
        for (var part = 0; part < shape.Polygon.PartCount; part++)
            if (Find(shape.Polygon.PartAt(part), longerThan) >= 0)
                return true;
        return false;
    }

    protected override Explanation? Explain(ShapeView shape, int part, ReadOnlySpan<double> ring)
    {
        var vertex = Find(ring, length);
        return vertex < 0
            ? null
            : new(
                $"The outline of {NameOf(shape.Row)} runs to ({Wording.Number(ring[2 * vertex])}, "
                    + $"{Wording.Number(ring[2 * vertex + 1])}) and straight back."
            )
            {
                Field = Field.VertexOf(part, vertex),
                Values = [new DecidingValue("vertex", vertex + 1)],
                Repairs = PolygonRepairs.Changed(
                    shape,
                    Rows,
                    "Remove the vertex",
                    (one, all) => one == part ? Without(all, vertex) : [.. all]
                ),
            };
    }

    static ImmutableArray<double> Without(ReadOnlySpan<double> ring, int vertex)
    {
        // The vertex that closes the ring is the first one again.
        var isClosed = RingVertices.WithoutClosing(ring).Length < ring.Length;
        ring = RingVertices.WithoutClosing(ring);
        List<double> kept = [.. ring[..(2 * vertex)], .. ring[(2 * vertex + 2)..]];
        // Where the outline went out from it came back to, mostly, and would now be there twice.
        var (behind, before) = (2 * vertex % kept.Count, (2 * vertex + kept.Count - 2) % kept.Count);
        if (kept[behind] == kept[before] && kept[behind + 1] == kept[before + 1])
            kept.RemoveRange(behind, 2);
        return isClosed ? [.. kept, kept[0], kept[1]] : [.. kept];
    }

    int Find(ReadOnlySpan<double> ring, double longerThan)
    {
        ring = RingVertices.WithoutClosing(ring);
        var count = ring.Length / 2;
        if (count < 4)
            return -1;
        // The directions oppose each other: their cosine is near -1. Squares spare two roots at nearly all vertices.
        double inX = ring[0] - ring[^2],
            inY = ring[1] - ring[^1],
            inSquare = inX * inX + inY * inY,
            sharp = cosine * cosine,
            least = longerThan * longerThan;
        for (var i = 0; i < count; i++)
        {
            var next = i + 1 == count ? 0 : i + 1;
            double outX = ring[2 * next] - ring[2 * i],
                outY = ring[2 * next + 1] - ring[2 * i + 1],
                outSquare = outX * outX + outY * outY,
                product = inX * outX + inY * outY;
            if (
                product < 0
                && product * product > sharp * inSquare * outSquare
                && Math.Min(inSquare, outSquare) >= least
            )
                return i;
            (inX, inY, inSquare) = (outX, outY, outSquare);
        }

        return -1;
    }
}
