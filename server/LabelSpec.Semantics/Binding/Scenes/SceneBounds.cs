using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Semantics.Binding.Scenes;

/// <summary>The extent of shapes in pixels.</summary>
internal readonly record struct SceneBounds(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The extent, or null for shapes that do not lie in the image.</summary>
    public static SceneBounds? Of(SceneShape shape) =>
        shape switch
        {
            SceneBox box => new(box.Left, box.Top, box.Left + box.Width, box.Top + box.Height),
            SceneRotatedBox box => Around(
                box.CenterX,
                box.CenterY,
                Math.Sqrt(box.Width * box.Width + box.Height * box.Height) / 2
            ),
            SceneEllipse ellipse => Around(
                ellipse.CenterX,
                ellipse.CenterY,
                Math.Max(ellipse.RadiusX, ellipse.RadiusY)
            ),
            ScenePolygon polygon => Of(polygon.Points),
            ScenePolyline polyline => Of(polyline.Points),
            ScenePointShape point => Of([point.Point]),
            SceneMask mask => Of([.. mask.Rings.SelectMany(ring => ring)]),
            SceneSkeleton skeleton => Of([
                .. skeleton
                    .Keypoints.Where(point => point.Visibility > 0)
                    .Select(point => new ScenePoint(point.X, point.Y)),
            ]),
            _ => null,
        };

    /// <summary>Whether nothing of it lies in the image.</summary>
    public bool IsOutside(SceneImage image) => Right < 0 || Bottom < 0 || Left > image.Width || Top > image.Height;

    private static SceneBounds Around(double x, double y, double radius) =>
        new(x - radius, y - radius, x + radius, y + radius);

    private static SceneBounds? Of(ImmutableArray<ScenePoint> points)
    {
        if (points.IsEmpty)
        {
            return null;
        }
        var bounds = new SceneBounds(points[0].X, points[0].Y, points[0].X, points[0].Y);
        foreach (var (x, y) in points)
        {
            bounds = new(
                Math.Min(bounds.Left, x),
                Math.Min(bounds.Top, y),
                Math.Max(bounds.Right, x),
                Math.Max(bounds.Bottom, y)
            );
        }
        return bounds;
    }
}
