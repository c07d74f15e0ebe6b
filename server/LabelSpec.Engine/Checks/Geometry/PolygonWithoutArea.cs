using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>Three or more vertices that lie on a line, or go forth and back.</summary>
sealed class PolygonWithoutArea(CheckContext context) : PolygonCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3304", "polygon_without_area", "Polygon encloses no area", Severity.Warning) { HasFix = true };

    protected override bool HasDefect(ShapeView shape) => (shape.PolygonFacts.Defects & PolygonDefects.NoArea) != 0;

    protected override Explanation? Explain(ShapeView shape, int part, ReadOnlySpan<double> ring)
    {
        var facts = RingFacts.Of(ring);
        return facts.Vertices < 3 || facts.DoubledArea != 0
            ? null
            : new($"A polygon of {NameOf(shape.Row)} has {facts.Vertices} vertices but encloses no area.")
            {
                Field = Field.Part(part),
                Values = [new DecidingValue("vertices", facts.Vertices)],
                Repairs = PolygonRepairs.WithoutEmptyRings(shape, Rows),
            };
    }
}
