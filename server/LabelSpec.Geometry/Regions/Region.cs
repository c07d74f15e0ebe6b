using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Distance;
using NtsGeometry = NetTopologySuite.Geometries.Geometry;

namespace LabelSpec.Geometry;

/// <summary>
/// A covered area in continuous pixels: a box, a polygon of any number of parts and holes, a rotated box, an ellipse.
/// Rings that cross themselves cover every point that they wind around.
/// </summary>
/// <remarks>
/// Two boxes are compared as <see cref="Box"/> does, convex shapes by exact clipping, everything else by NetTopologySuite's
/// robust overlay on a repaired copy. Nothing throws: measures are NaN where a coordinate is NaN, infinite or beyond
/// <see cref="LargestCoordinate"/>, and where a shape has so many crossing edges that an overlay would not end in
/// reasonable time.
/// </remarks>
public sealed class Region
{
    public const double LargestCoordinate = 1e12;

    // Above this product of vertex counts the overlay is faster than clipping.
    const int LargestClip = 128 * 128;

    // Up to so many vertices no crossing of theirs can make an overlay endless.
    const int SurelyMeasurable = RegionOverlay.AlwaysSmallEnough;

    readonly Box? box;
    readonly Rings? rings;
    double area;
    volatile bool knowsArea;
    double[]? convex;
    volatile bool knowsConvex;
    NtsGeometry? geometry;
    volatile Overlap? overlap;

    // A region whose area is known.
    Region(Box bounds, double area, Box? box = null, double[]? convex = null, NtsGeometry? geometry = null)
    {
        Bounds = bounds;
        this.area = area;
        this.box = box;
        this.convex = convex;
        this.geometry = geometry;
        knowsArea = true;
        knowsConvex = true;
    }

    // A region that is sure to be measurable, and measured when somebody asks.
    Region(Box bounds, Rings rings)
    {
        Bounds = bounds;
        this.rings = rings;
    }

    /// <summary>The smallest box around it; NaN edges for a region without a vertex.</summary>
    public Box Bounds { get; }

    /// <summary>Covered area in square pixels; parts that overlap count once. NaN where the shape cannot be judged.</summary>
    public double Area
    {
        get
        {
            // Two threads may both measure; they measure the same.
            if (!knowsArea)
            {
                area = rings!.IsProven || Convex is not null ? rings.SumOfAreas : Geometry.Area;
                knowsArea = true;
            }
            return area;
        }
    }

    /// <summary>False when every measure is NaN (see the remarks on the type).</summary>
    public bool IsMeasurable => rings is not null || !double.IsNaN(area);

    public static Region FromBox(Box box)
    {
        if (!IsWithinReach(box))
            return Unmeasurable(box);
        return box.IsEmpty
            ? new(box, 0, box, convex: [])
            : new(
                box,
                box.Area,
                box,
                [box.Left, box.Top, box.Right, box.Top, box.Right, box.Bottom, box.Left, box.Bottom]
            );
    }

    public static Region FromRotatedBox(RotatedBox box) =>
        box is { Width: > 0, Height: > 0 } ? FromRing(box.Corners()) : FromBox(box.Bounds with { Width = 0 });

    /// <summary>The ellipse's polygon (<see cref="Ellipse.ToRing"/> states its accuracy).</summary>
    public static Region FromEllipse(Ellipse ellipse) => FromRing(ellipse.ToRing());

    /// <summary>The area inside one ring of x, y pairs.</summary>
    public static Region FromRing(ReadOnlySpan<double> ring) => FromRings(ring, [ring.Length], [false]);

    /// <summary>The area of several rings: the union of the outer ones, less the holes that follow each of them.</summary>
    /// <param name="coordinates">x, y pairs of all rings, one after the other.</param>
    /// <param name="ringEnds">For each ring the index in <paramref name="coordinates"/> after its last number.</param>
    /// <param name="isHole">For each ring whether it is a hole; empty for no holes.</param>
    public static Region FromRings(
        ReadOnlySpan<double> coordinates,
        ReadOnlySpan<int> ringEnds,
        ReadOnlySpan<bool> isHole
    ) => FromOwnRings(coordinates.ToArray(), ringEnds.ToArray(), isHole.ToArray());

    /// <summary>As <see cref="FromRings"/>, with arrays that nobody changes afterwards.</summary>
    public static Region FromOwnRings(double[] coordinates, int[] ringEnds, bool[] isHole)
    {
        var bounds = Ring.Bounds(coordinates);
        if (!IsWithinReach(bounds))
            return Unmeasurable(bounds);
        var rings = new Rings(coordinates, ringEnds, isHole);
        if (coordinates.Length / 2 + ringEnds.Length <= SurelyMeasurable)
            return new(bounds, rings);
        if (ringEnds.Length == 1 && Ring.IsConvex(coordinates))
            return new(bounds, Ring.Area(coordinates), convex: coordinates);
        var geometry = rings.Build();
        return geometry is null ? Unmeasurable(bounds) : new(bounds, geometry.Area, geometry: geometry);
    }

    /// <summary>Area of the common part in square pixels.</summary>
    public double IntersectionArea(Region other)
    {
        if (!IsMeasurable || !other.IsMeasurable)
            return double.NaN;
        var ofBounds = Bounds.IntersectionArea(other.Bounds);
        if (ofBounds == 0 || Area == 0 || other.Area == 0)
            return 0;
        if (box is not null && other.box is not null)
            return ofBounds;
        if (Convex is { } mine && other.Convex is { } theirs && (long)mine.Length * theirs.Length <= 4 * LargestClip)
            return ConvexClip.IntersectionArea(mine, theirs);
        // Rules ask several things about a pair, and again to put the answer into words; an overlay is the dearest of all questions.
        if (overlap is not { } known || known.Other != other)
            overlap = known = new(other, RegionOverlay.IntersectionArea(Geometry, other.Geometry));
        return known.Area;
    }

    public double UnionArea(Region other) => Area + other.Area - IntersectionArea(other);

    /// <summary>Intersection over union, 0 to 1, in continuous geometry; 0 for a region without area.</summary>
    public double IoU(Region other) =>
        box is { } mine && other.box is { } theirs && IsMeasurable && other.IsMeasurable
            ? mine.IoU(theirs)
            : OverlapRatio.IoU(IntersectionArea(other), Area, other.Area);

    /// <summary>The share of this region's area, 0 to 1, that lies inside the other; 0 for a region without area.</summary>
    public double ShareInside(Region other) => OverlapRatio.Share(IntersectionArea(other), Area);

    /// <summary>
    /// An upper bound of <see cref="IoU"/> from bounds and areas alone, for callers who only ask whether a limit is
    /// reached: it spares most overlays. NaN where nothing can be measured.
    /// </summary>
    public double IoUAtMost(Region other)
    {
        var common = CommonAtMost(other);
        return common / (Area + other.Area - common);
    }

    /// <summary>An upper bound of <see cref="ShareInside"/>; see <see cref="IoUAtMost"/>.</summary>
    public double ShareInsideAtMost(Region other) => CommonAtMost(other) / Area;

    double CommonAtMost(Region other) => Math.Min(Bounds.IntersectionArea(other.Bounds), Math.Min(Area, other.Area));

    /// <summary>True for points inside and on the boundary; false where the region cannot be measured.</summary>
    public bool Contains(Point point)
    {
        if (!IsMeasurable || !Bounds.Contains(point))
            return false;
        return Convex is null
            ? SimplePointInAreaLocator.Locate(new Coordinate(point.X, point.Y), Geometry) != Location.Exterior
            : Ring.Contains(Convex, point);
    }

    /// <summary>
    /// Distance between the nearest points in pixels; 0 where the regions touch or overlap. NaN for a region without
    /// area.
    /// </summary>
    public double DistanceTo(Region other)
    {
        if (!(Area > 0 && other.Area > 0))
            return double.NaN;
        if (box is { } mine && other.box is { } theirs)
            return mine.DistanceTo(theirs);
        if (Bounds.DistanceTo(other.Bounds) == 0 && Geometry.Intersects(other.Geometry))
            return 0;
        return IndexedFacetDistance.Distance(Geometry, other.Geometry);
    }

    /// <summary>Distance from the nearest point; 0 inside. NaN for a region without area.</summary>
    public double DistanceTo(Point point)
    {
        if (!(Area > 0) || !double.IsFinite(point.X) || !double.IsFinite(point.Y))
            return double.NaN;
        if (box is { } mine)
            return mine.DistanceTo(point);
        return DistanceOp.Distance(Geometry, RegionBuilder.Factory.CreatePoint(new Coordinate(point.X, point.Y)));
    }

    /// <summary>
    /// Distance from the nearest point of a polyline of x, y pairs; 0 where it touches or runs inside. NaN for a region
    /// without area and for a line without vertices or with coordinates that are not finite.
    /// </summary>
    public double DistanceToLine(ReadOnlySpan<double> line)
    {
        if (!(Area > 0) || line.Length < 2 || !Ring.IsFinite(line))
            return double.NaN;
        return line.Length < 4
            ? DistanceTo(new Point(line[0], line[1]))
            : DistanceOp.Distance(Geometry, Polyline.LineOf(line));
    }

    // Two threads may both build it; they build the same.
    NtsGeometry Geometry =>
        geometry ??= Convex is null && rings is not null ? rings.Build()! : RegionBuilder.FromConvex(Convex);

    double[]? Convex
    {
        get
        {
            if (!knowsConvex)
            {
                convex = rings!.IsConvex ? rings.Coordinates : null;
                knowsConvex = true;
            }
            return convex;
        }
    }

    static Region Unmeasurable(Box bounds) => new(bounds, double.NaN);

    static bool IsWithinReach(Box bounds) =>
        bounds.IsFinite
        && bounds.Left >= -LargestCoordinate
        && bounds.Top >= -LargestCoordinate
        && bounds.Right <= LargestCoordinate
        && bounds.Bottom <= LargestCoordinate;

    /// <summary>What was found out last about another region.</summary>
    sealed record Overlap(Region Other, double Area);
}
