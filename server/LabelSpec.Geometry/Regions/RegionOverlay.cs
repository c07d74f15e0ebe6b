using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NtsGeometry = NetTopologySuite.Geometries.Geometry;

namespace LabelSpec.Geometry;

/// <summary>Boolean operations on valid geometries, refused where edges cross too often.</summary>
static class RegionOverlay
{
    /// <summary>Overlays of so few vertices end soon, however often edges cross.</summary>
    public const int AlwaysSmallEnough = 2_000;

    const int FreePairs = 1_000_000;
    const int PairsPerEdge = 4;

    /// <summary>NaN where the edges of the two lie in each other's way too often for an overlay to end soon.</summary>
    public static double IntersectionArea(NtsGeometry a, NtsGeometry b)
    {
        if (!IsSmallEnough(a, b))
            return double.NaN;
        try
        {
            return OverlayNGRobust.Overlay(a, b, SpatialFunction.Intersection).Area;
        }
        catch (TopologyException)
        {
            // The overlay has given up after snapping too; there is no number to give.
            return double.NaN;
        }
    }

    /// <summary>
    /// True unless so many edges' boxes touch that the number of crossings, and with it memory, could be quadratic.
    /// </summary>
    public static bool IsSmallEnough(params ReadOnlySpan<NtsGeometry> geometries)
    {
        var vertices = 0L;
        foreach (var geometry in geometries)
            vertices += geometry.NumPoints;
        if (vertices <= AlwaysSmallEnough)
            return true;
        List<Box> edges = [];
        foreach (var geometry in geometries)
            geometry.Apply(new EdgeBoxes(edges));
        var budget = new PairBudget(FreePairs + PairsPerEdge * (long)edges.Count);
        BoxPairs.Visit(CollectionsMarshal.AsSpan(edges), 0, ref budget);
        return budget.Left >= 0;
    }

    struct PairBudget(long left) : IBoxPairVisitor
    {
        public long Left { get; private set; } = left;

        public bool Visit(int first, int second) => --Left >= 0;
    }
}
