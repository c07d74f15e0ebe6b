using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Reports.Pictures;

/// <summary>Turns the shapes of a scene into areas, lines and dots.</summary>
static class SceneShapes
{
    public static PictureShape Draw(SceneShape shape, PictureShape empty) =>
        shape switch
        {
            SceneBox box => empty with { Rings = [Outlines.Box(box.Left, box.Top, box.Width, box.Height)] },
            SceneRotatedBox box => empty with
            {
                Rings = [Outlines.Turned(box.CenterX, box.CenterY, box.Width, box.Height, box.Angle)],
            },
            ScenePolygon polygon => empty with { Rings = [Points(polygon.Points)] },
            SceneMask mask => empty with { Rings = [.. mask.Rings.Select(Points)] },
            SceneEllipse ellipse => empty with
            {
                Rings =
                [
                    Outlines.Ellipse(ellipse.CenterX, ellipse.CenterY, ellipse.RadiusX, ellipse.RadiusY, ellipse.Angle),
                ],
            },
            ScenePolyline line => empty with { Lines = [Points(line.Points)] },
            ScenePointShape point => empty with { Dots = [new(point.Point.X, point.Point.Y)] },
            SceneSkeleton skeleton => Skeleton(skeleton, empty),
            SceneCuboid cuboid => Footprint(cuboid, empty),
            _ => empty,
        };

    static ImmutableArray<PicturePoint> Points(ImmutableArray<ScenePoint> points) =>
        [.. points.Select(point => new PicturePoint(point.X, point.Y))];

    static PictureShape Skeleton(SceneSkeleton skeleton, PictureShape empty)
    {
        var points = skeleton.Keypoints;
        var edges = skeleton.Skeleton.Edges.Where(edge =>
            edge.From < points.Length
            && edge.To < points.Length
            && points[edge.From].Visibility > 0
            && points[edge.To].Visibility > 0
        );
        return empty with
        {
            Lines = [.. edges.Select(edge => ImmutableArray.Create(At(points[edge.From]), At(points[edge.To])))],
            Dots = [.. points.Where(point => point.Visibility > 1).Select(At)],
            HiddenDots = [.. points.Where(point => point.Visibility == 1).Select(At)],
        };

        static PicturePoint At(SceneKeypoint point) => new(point.X, point.Y);
    }

    /// <summary>A cuboid from above, in metres, with a line from its centre to its front.</summary>
    static PictureShape Footprint(SceneCuboid cuboid, PictureShape empty)
    {
        // In space, y grows upwards and yaw turns counter-clockwise.
        var centre = new PicturePoint(cuboid.CenterX, -cuboid.CenterY);
        var front = Outlines.Turn(centre.X, centre.Y, cuboid.Length / 2, 0, -cuboid.Yaw);
        return empty with
        {
            Rings = [Outlines.Turned(centre.X, centre.Y, cuboid.Length, cuboid.Width, -cuboid.Yaw)],
            Lines =
            [
                [centre, front],
            ],
        };
    }
}
