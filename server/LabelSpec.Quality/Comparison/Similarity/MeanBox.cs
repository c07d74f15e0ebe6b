using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>The scale of two objects: the area of the box whose edges are the means of theirs (datumaro, <c>mean_bbox</c>).</summary>
static class MeanBox
{
    public static double AreaOf(Box a, Box b) =>
        ((a.Right + b.Right) / 2 - (a.Left + b.Left) / 2) * ((a.Bottom + b.Bottom) / 2 - (a.Top + b.Top) / 2);
}
