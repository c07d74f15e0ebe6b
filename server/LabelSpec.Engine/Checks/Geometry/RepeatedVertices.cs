using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>Neighbouring vertices at the same place: double clicks. A last vertex that closes the ring is none.</summary>
sealed class RepeatedVertices(CheckContext context) : PolygonCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3303", "repeated_vertices", "Polygon repeats a vertex", Severity.Hint) { HasFix = true };

    protected override bool HasDefect(ShapeView shape) =>
        (shape.PolygonFacts.Defects & PolygonDefects.RepeatedVertex) != 0;

    protected override Explanation? Explain(ShapeView shape, int part, ReadOnlySpan<double> ring)
    {
        ring = RingVertices.WithoutClosing(ring);
        for (var i = 2; i + 1 < ring.Length; i += 2)
            if (ring[i] == ring[i - 2] && ring[i + 1] == ring[i - 1])
                return new(
                    $"Vertex {i / 2 + 1} of a polygon of {NameOf(shape.Row)} repeats the vertex before it "
                        + $"({Wording.Number(ring[i])}, {Wording.Number(ring[i + 1])})."
                )
                {
                    Field = Field.VertexOf(part, i / 2),
                    Values = [new DecidingValue("vertex", i / 2 + 1)],
                    Repairs = Repair(shape),
                };
        return null;
    }

    static ImmutableArray<Repair> Repair(ShapeView shape)
    {
        // A list with a lost number is not to be touched by a program.
        if ((shape.PolygonFacts.Defects & (PolygonDefects.OddCount | PolygonDefects.TooFewVertices)) != 0)
            return [];
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<double>>();
        for (var part = 0; part < shape.Polygon.PartCount; part++)
            parts.Add(WithoutRepeats(shape.Polygon.PartAt(part)));
        return
        [
            new(
                "Remove repeated vertices",
                new ElementChange.SetPolygon(Element.Annotation(shape.Row), parts.DrainToImmutable())
            ),
        ];
    }

    static ImmutableArray<double> WithoutRepeats(ReadOnlySpan<double> ring)
    {
        var kept = ImmutableArray.CreateBuilder<double>(ring.Length);
        for (var i = 0; i + 1 < ring.Length; i += 2)
        {
            if (i > 0 && ring[i] == ring[i - 2] && ring[i + 1] == ring[i - 1])
                continue;
            kept.Add(ring[i]);
            kept.Add(ring[i + 1]);
        }

        return kept.DrainToImmutable();
    }
}
