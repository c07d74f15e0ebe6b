namespace LabelSpec.Geometry;

/// <summary>Sine and cosine of angles in degrees, exact at multiples of a right angle.</summary>
static class Rotation
{
    public static (double Sin, double Cos) SinCosDegrees(double degrees)
    {
        if (!double.IsFinite(degrees))
            return (double.NaN, double.NaN);
        return Math.IEEERemainder(degrees, 360) switch
        {
            0 => (0, 1),
            90 => (1, 0),
            180 or -180 => (0, -1),
            -90 => (-1, 0),
            var reduced => double.SinCosPi(reduced / 180),
        };
    }
}
