using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NtsGeometry = NetTopologySuite.Geometries.Geometry;

namespace LabelSpec.Geometry;

/// <summary>Valid NetTopologySuite geometries from rings as they are found in files.</summary>
static class RegionBuilder
{
    /// <summary>Floating precision and packed coordinates, independent of any global setting.</summary>
    public static GeometryFactory Factory { get; } =
        new(new PrecisionModel(), 0, PackedCoordinateSequenceFactory.DoubleFactory);

    public static NtsGeometry FromConvex(double[]? ring) =>
        ring is null ? Factory.CreatePolygon() : Factory.CreatePolygon(LinearRingOf(ring));

    /// <summary>Outer rings that neither touch each other nor themselves.</summary>
    public static NtsGeometry FromProven(ReadOnlySpan<double> coordinates, ReadOnlySpan<int> ringEnds)
    {
        var parts = new Polygon[ringEnds.Length];
        for (var ring = 0; ring < parts.Length; ring++)
            parts[ring] = Factory.CreatePolygon(
                LinearRingOf(coordinates[(ring == 0 ? 0 : ringEnds[ring - 1])..ringEnds[ring]])
            );
        return parts.Length == 1 ? parts[0] : Factory.CreateMultiPolygon(parts);
    }

    /// <summary>
    /// The union of the outer rings, each less the holes that follow it. Null where the rings cross so often that a
    /// repair would not end soon.
    /// </summary>
    public static NtsGeometry? Build(
        ReadOnlySpan<double> coordinates,
        ReadOnlySpan<int> ringEnds,
        ReadOnlySpan<bool> isHole
    )
    {
        List<NtsGeometry> parts = [];
        List<LinearRing> holes = [];
        LinearRing? shell = null;
        var start = 0;
        for (var i = 0; i < ringEnds.Length; i++)
        {
            var ring = coordinates[start..ringEnds[i]];
            start = ringEnds[i];
            if (i < isHole.Length && isHole[i])
            {
                if (ring.Length >= 6)
                    holes.Add(LinearRingOf(ring));
                continue;
            }

            if (!AddPart(parts, shell, holes))
                return null;
            holes.Clear();
            shell = ring.Length >= 6 ? LinearRingOf(ring) : null;
        }

        if (!AddPart(parts, shell, holes))
            return null;
        return Join(parts);
    }

    static bool AddPart(List<NtsGeometry> parts, LinearRing? shell, List<LinearRing> holes)
    {
        if (shell is null)
            return true;
        var polygon = Factory.CreatePolygon(shell, [.. holes]);
        if (!RegionOverlay.IsSmallEnough(polygon))
            return false;
        parts.Add(polygon.IsValid ? polygon : Repair(shell, holes));
        return true;
    }

    // Rings are repaired one by one: a fixer of whole polygons would turn a hole outside its shell into a part.
    static NtsGeometry Repair(LinearRing shell, List<LinearRing> holes)
    {
        var repaired = GeometryFixer.Fix(Factory.CreatePolygon(shell));
        foreach (var hole in holes)
            repaired = OverlayNGRobust.Overlay(
                repaired,
                GeometryFixer.Fix(Factory.CreatePolygon(hole)),
                SpatialFunction.Difference
            );
        return repaired;
    }

    static NtsGeometry? Join(List<NtsGeometry> parts) =>
        parts.Count switch
        {
            0 => Factory.CreatePolygon(),
            1 => parts[0],
            _ => RegionOverlay.IsSmallEnough(CollectionsMarshal.AsSpan(parts)) ? OverlayNGRobust.Union(parts) : null,
        };

    static LinearRing LinearRingOf(ReadOnlySpan<double> ring)
    {
        List<double> closed = new(ring.Length + 2);
        for (var i = 0; i + 1 < ring.Length; i += 2)
            if (i == 0 || ring[i] != closed[^2] || ring[i + 1] != closed[^1])
                closed.AddRange([ring[i], ring[i + 1]]);
        // A ring of fewer distinct vertices still needs four points to be one.
        var isClosed = closed.Count > 2 && ring[0] == closed[^2] && ring[1] == closed[^1];
        for (var missing = !isClosed; missing || closed.Count < 8; missing = false)
            closed.AddRange([ring[0], ring[1]]);
        return Factory.CreateLinearRing(PackedCoordinateSequenceFactory.DoubleFactory.Create(closed.ToArray(), 2, 0));
    }
}
