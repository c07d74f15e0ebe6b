using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>What the checks need to know about a polygon, gathered in one pass over its vertices.</summary>
public readonly record struct PolygonFacts
{
    /// <summary>Around all vertices; NaN when a coordinate is, or when there is none.</summary>
    public Box Bounds { get; private init; }

    /// <summary>Sum of the areas of the rings less that of holes, in px²: the area that COCO's tools store.</summary>
    public double Area { get; private init; }

    public PolygonDefects Defects { get; private init; }

    public static PolygonFacts Of(PolygonBuffer polygon)
    {
        var bounds = new Box(double.NaN, double.NaN, double.NaN, double.NaN);
        double area = 0;
        var defects = PolygonDefects.None;
        for (var part = 0; part < polygon.PartCount; part++)
        {
            var ring = polygon.PartAt(part);
            var facts = RingFacts.Of(ring);
            if ((ring.Length & 1) != 0)
                defects |= PolygonDefects.OddCount;
            if (facts.Vertices < 3)
                defects |= PolygonDefects.TooFewVertices;
            else if (facts.DoubledArea == 0)
                defects |= PolygonDefects.NoArea;
            if (facts.HasRepeats)
                defects |= PolygonDefects.RepeatedVertex;
            if (!facts.Bounds.IsFinite && ring.Length > 0)
                defects |= PolygonDefects.NotFinite;
            var size = Math.Abs(facts.DoubledArea) / 2;
            area += polygon.IsHole(part) ? -size : size;
            bounds = part == 0 ? facts.Bounds : bounds.Union(facts.Bounds);
        }

        return new()
        {
            Bounds = bounds,
            Area = area,
            Defects = defects,
        };
    }
}
