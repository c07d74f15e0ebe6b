using NtsGeometry = NetTopologySuite.Geometries.Geometry;

namespace LabelSpec.Geometry;

/// <summary>The rings of a region as a file gives them, with all coordinates finite.</summary>
/// <param name="coordinates">x, y pairs of all rings, one after the other.</param>
/// <param name="ends">For each ring the index in <paramref name="coordinates"/> after its last number.</param>
/// <param name="isHole">For each ring whether it is a hole; empty for no holes.</param>
sealed class Rings(double[] coordinates, int[] ends, bool[] isHole)
{
    bool? isProven;

    public double[] Coordinates => coordinates;

    public bool IsConvex => ends.Length == 1 && Ring.IsConvex(coordinates);

    /// <summary>Whether the rings are known to be a valid polygon as they stand (<see cref="SimpleRings"/>).</summary>
    public bool IsProven => isProven ??= !HasHoles && SimpleRings.AreProven(coordinates, ends);

    /// <summary>The area of rings that do not touch each other or themselves.</summary>
    public double SumOfAreas
    {
        get
        {
            double sum = 0;
            for (var ring = 0; ring < ends.Length; ring++)
                sum += Ring.Area(coordinates.AsSpan((ring == 0 ? 0 : ends[ring - 1])..ends[ring]));
            return sum;
        }
    }

    /// <inheritdoc cref="RegionBuilder.Build"/>
    public NtsGeometry? Build() =>
        IsProven ? RegionBuilder.FromProven(coordinates, ends) : RegionBuilder.Build(coordinates, ends, isHole);

    bool HasHoles => Array.IndexOf(isHole, true) >= 0;
}
