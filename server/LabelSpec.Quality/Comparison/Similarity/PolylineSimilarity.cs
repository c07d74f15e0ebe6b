using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Lines (CVAT and datumaro, <c>LineMatcher</c>): both are sampled at the places, as shares of their length, where either
/// has a vertex; the similarity is the mean over the samples of exp(−d² / (2 · A · (2t)²)), A the area of the image and t the
/// thickness.
/// </summary>
/// <param name="anyDirection">Whether a line that runs the other way is as good.</param>
sealed class PolylineSimilarity(double thickness, bool anyDirection) : ISimilarity
{
    public bool NeedsOverlap => false;

    public double Of(ShapeUnit truth, ShapeUnit work, Canvas canvas)
    {
        var (direct, reversed) = BothWays(truth.First, work.First, canvas, thickness);
        return anyDirection ? Math.Max(direct, reversed) : direct;
    }

    /// <summary>The similarities as the lines run, and with one of them reversed.</summary>
    public static (double Direct, double Reversed) BothWays(
        ComparedShape truth,
        ComparedShape work,
        Canvas canvas,
        double thickness
    )
    {
        var (a, b) = (truth.Coordinates, work.Coordinates);
        if (a.Length < 4 || b.Length < 4 || IsFar(truth.Bounds, work.Bounds, canvas.Area, thickness))
            return (0, 0);
        return (Sampled(a, b, canvas.Area, thickness), Sampled(a, Reversed(b), canvas.Area, thickness));
    }

    // The circles around the boxes of the lines, six thicknesses wider, do not meet.
    static bool IsFar(Box a, Box b, double area, double thickness)
    {
        double dx = a.Center.X - b.Center.X,
            dy = a.Center.Y - b.Center.Y;
        var radii = (a.Width * a.Width + a.Height * a.Height + b.Width * b.Width + b.Height * b.Height) / 4;
        return dx * dx + dy * dy > radii + area * (6 * thickness) * (6 * thickness);
    }

    static double Sampled(double[] a, double[] b, double area, double thickness)
    {
        var first = Places(a);
        var second = Places(b);
        double sum = 0;
        var samples = 0;
        int i = 0,
            j = 0;
        // The ends stand in both lists and are sampled once.
        while (i < first.Length || j < second.Length)
        {
            double place;
            if (i == first.Length - 1 && j == second.Length - 1)
                (place, i, j) = (1, i + 1, j + 1);
            else if (i == 0 && j == 0)
                (place, i, j) = (0, 1, 1);
            else if (j >= second.Length - 1 || (i < first.Length - 1 && first[i] <= second[j]))
                place = first[i++];
            else
                place = second[j++];
            var (x, y) = At(a, first, place);
            var (u, v) = At(b, second, place);
            sum += KeypointGauss.Of(x - u, y - v, area, thickness);
            samples++;
        }

        return sum / samples;
    }

    // For each vertex its share of the way.
    static double[] Places(double[] line)
    {
        var places = new double[line.Length / 2];
        for (var i = 1; i < places.Length; i++)
            places[i] = places[i - 1] + double.Hypot(line[2 * i] - line[2 * i - 2], line[2 * i + 1] - line[2 * i - 1]);
        var length = places[^1];
        for (var i = 1; i < places.Length; i++)
            places[i] = length > 0 ? places[i] / length : 1;
        places[^1] = 1;
        return places;
    }

    static (double X, double Y) At(double[] line, double[] places, double place)
    {
        var i = 1;
        while (i < places.Length - 1 && places[i] < place)
            i++;
        var step = places[i] - places[i - 1];
        var t = step > 0 ? (place - places[i - 1]) / step : 1;
        return (
            line[2 * i - 2] + t * (line[2 * i] - line[2 * i - 2]),
            line[2 * i - 1] + t * (line[2 * i + 1] - line[2 * i - 1])
        );
    }

    static double[] Reversed(double[] line)
    {
        var reversed = new double[line.Length / 2 * 2];
        for (var i = 0; i < reversed.Length; i += 2)
            (reversed[i], reversed[i + 1]) = (line[reversed.Length - i - 2], line[reversed.Length - i - 1]);
        return reversed;
    }
}
