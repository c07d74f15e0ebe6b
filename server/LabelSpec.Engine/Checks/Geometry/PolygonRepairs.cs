using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Shapes;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>Repairs that give a polygon other rings. They change what was drawn, so none of them is made without asking.</summary>
static class PolygonRepairs
{
    public delegate ImmutableArray<double> RingChange(int part, ReadOnlySpan<double> ring);

    const PolygonDefects Unreadable = PolygonDefects.OddCount | PolygonDefects.NotFinite;

    /// <summary>Each ring changed; those that become empty go, and where none is left there is no repair.</summary>
    public static ImmutableArray<Repair> Changed(ShapeView shape, AnnotationTable rows, string title, RingChange change)
    {
        // A list with a lost number is not to be touched by a program.
        if ((shape.PolygonFacts.Defects & Unreadable) != 0)
            return [];
        var rings = ImmutableArray.CreateBuilder<ImmutableArray<double>>();
        for (var part = 0; part < shape.Polygon.PartCount; part++)
            if (change(part, shape.Polygon.PartAt(part)) is { IsEmpty: false } ring)
                rings.Add(ring);
        var changes = NewPolygon.Of(rows, shape.Row, rings.ToImmutable());
        return changes.IsEmpty ? [] : [new(title, changes) { IsSafe = false }];
    }

    /// <summary>Without the rings that enclose nothing; without the annotation, where no other ring is left.</summary>
    public static ImmutableArray<Repair> WithoutEmptyRings(ShapeView shape, AnnotationTable rows)
    {
        var without = Changed(
            shape,
            rows,
            "Remove the rings that enclose nothing",
            (_, ring) => RingFacts.Of(ring) is { Vertices: >= 3, DoubledArea: not 0 } ? [.. ring] : []
        );
        return without.IsEmpty
            ? [new("Remove the annotation", new ElementChange.Remove(Element.Annotation(shape.Row))) { IsSafe = false }]
            : without;
    }
}
