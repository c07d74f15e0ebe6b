using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Cvat;

static class CvatBounds
{
    /// <summary>The smallest box around points given as x, y pairs; NaN without a point. A lone last number is no point.</summary>
    public static Box Of(List<double> points)
    {
        double left = double.NaN,
            top = double.NaN,
            right = double.NaN,
            bottom = double.NaN;
        for (var i = 0; i + 1 < points.Count; i += 2)
        {
            left = double.MinNumber(left, points[i]);
            right = double.MaxNumber(right, points[i]);
            top = double.MinNumber(top, points[i + 1]);
            bottom = double.MaxNumber(bottom, points[i + 1]);
        }

        return Box.FromEdges(left, top, right, bottom);
    }
}
