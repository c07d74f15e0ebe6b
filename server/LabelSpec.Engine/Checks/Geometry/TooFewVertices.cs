using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>A ring of fewer than three different vertices encloses nothing; many readers fail on it.</summary>
sealed class TooFewVertices(CheckContext context) : PolygonCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3301", "too_few_vertices", "Polygon has fewer than three vertices", Severity.Error) { HasFix = true };

    protected override bool HasDefect(ShapeView shape) =>
        (shape.PolygonFacts.Defects & PolygonDefects.TooFewVertices) != 0;

    protected override Explanation? Explain(ShapeView shape, int part, ReadOnlySpan<double> ring)
    {
        var vertices = RingFacts.Of(ring).Vertices;
        return vertices >= 3
            ? null
            : new(
                $"A polygon of {NameOf(shape.Row)} has {Wording.Count(vertices, "different vertex", "different vertices")}; "
                    + "it takes three to enclose an area."
            )
            {
                Field = Field.Part(part),
                Values = [new DecidingValue("vertices", vertices)],
                Repairs = PolygonRepairs.WithoutEmptyRings(shape, Rows),
            };
    }
}
