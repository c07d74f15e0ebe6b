namespace LabelSpec.Geometry;

// Overlap of boxes, operation by operation as bbIou of COCO's mask API does it (cocoapi, common/maskApi.c), so that
// results are equal to the last bit.
public readonly partial record struct Box
{
    // Brings areas of boxes with coordinates near the largest double back into range.
    const double Shrink = 1e-160;

    /// <summary>Area of the common part; 0 where the boxes share only an edge, and for empty boxes.</summary>
    public double IntersectionArea(Box other)
    {
        var width = Math.Min(Right, other.Right) - Math.Max(Left, other.Left);
        if (!(width > 0))
            return 0;
        var height = Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top);
        return height > 0 ? width * height : 0;
    }

    /// <summary>
    /// Intersection over union, 0 to 1, as COCO computes it: boxes that share only an edge have 0, and so have empty
    /// boxes and boxes with NaN or infinite edges.
    /// </summary>
    public double IoU(Box other)
    {
        var intersection = IntersectionArea(other);
        if (intersection == 0)
            return 0;
        var union = Area + other.Area - intersection;
        return double.IsFinite(union) ? intersection / union : RatioOfHugeBoxes(this, other, ownAreaOnly: false);
    }

    /// <summary>
    /// COCO's overlap with a crowd region: the share of this box that lies in <paramref name="crowd"/> (intersection
    /// over this box's area, so it is not symmetric).
    /// </summary>
    public double CrowdIoU(Box crowd) => ShareInside(crowd);

    /// <summary>The share of this box's area, 0 to 1, that lies inside <paramref name="other"/>; 0 for an empty box.</summary>
    public double ShareInside(Box other)
    {
        var intersection = IntersectionArea(other);
        if (intersection == 0)
            return 0;
        return double.IsFinite(Area) ? intersection / Area : RatioOfHugeBoxes(this, other, ownAreaOnly: true);
    }

    /// <summary>
    /// Width of the gap between two boxes in pixels, Euclidean; 0 where they touch or overlap; NaN where an edge is.
    /// </summary>
    public double DistanceTo(Box other)
    {
        var x = Math.Max(0, Math.Max(other.Left - Right, Left - other.Right));
        var y = Math.Max(0, Math.Max(other.Top - Bottom, Top - other.Bottom));
        return double.Hypot(x, y);
    }

    /// <summary>Distance from the nearest point of the box; 0 inside and on the edge.</summary>
    public double DistanceTo(Point point) => DistanceTo(new Box(point.X, point.Y, 0, 0));

    static double RatioOfHugeBoxes(Box a, Box b, bool ownAreaOnly)
    {
        if (!a.IsFinite || !b.IsFinite)
            return 0;
        a = a.Scaled(Shrink);
        b = b.Scaled(Shrink);
        var intersection = a.IntersectionArea(b);
        var ratio = intersection / (ownAreaOnly ? a.Area : a.Area + b.Area - intersection);
        return double.IsFinite(ratio) ? ratio : 0;
    }

    Box Scaled(double factor) => new(Left * factor, Top * factor, Width * factor, Height * factor);
}
