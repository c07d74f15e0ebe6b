namespace LabelSpec.Geometry;

/// <summary>Overlap measures from areas that are already known.</summary>
public static class OverlapRatio
{
    /// <summary>
    /// Intersection over union, kept within 0 and 1 against rounding; 0 without intersection; NaN where an area is.
    /// </summary>
    public static double IoU(double intersection, double areaA, double areaB)
    {
        if (intersection == 0)
            return 0;
        return Math.Min(1, intersection / (areaA + areaB - intersection));
    }

    /// <summary>Intersection over the shape's own area, kept within 0 and 1; 0 without intersection.</summary>
    public static double Share(double intersection, double ownArea) =>
        intersection == 0 ? 0 : Math.Min(1, intersection / ownArea);
}
