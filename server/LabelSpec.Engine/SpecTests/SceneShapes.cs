using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Data;
using LabelSpec.Geometry;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Scenes;
using Keypoint = LabelSpec.Annotations.Model.Keypoint;
using ShapeKind = LabelSpec.Annotations.Model.ShapeKind;

namespace LabelSpec.Engine.SpecTests;

/// <summary>
/// Puts the shapes of a scene into rows. Of several shapes of one annotation, a box is what formats store beside the other.
/// </summary>
static class SceneShapes
{
    public static void Apply(
        SceneAnnotation annotation,
        SceneImage image,
        GeometryPoolBuilder pool,
        ref AnnotationRow row
    )
    {
        foreach (var shape in annotation.Shapes)
            if (shape is not SceneBox)
                Apply(shape, annotation, image, pool, ref row);
        foreach (var shape in annotation.Shapes)
            if (shape is SceneBox box)
            {
                row.Box = new(box.Left, box.Top, box.Width, box.Height);
                row.Flags |= AnnotationFlags.HasStoredBox;
                if (row.Shape == ShapeKind.None)
                    row.Shape = ShapeKind.Box;
            }
    }

    static void Apply(
        SceneShape shape,
        SceneAnnotation annotation,
        SceneImage image,
        GeometryPoolBuilder pool,
        ref AnnotationRow row
    )
    {
        switch (shape)
        {
            case SceneRotatedBox box:
                row.Shape = ShapeKind.RotatedBox;
                row.Box = Box.FromCenter(box.CenterX, box.CenterY, box.Width, box.Height);
                row.Angle = box.Angle;
                break;
            case SceneEllipse ellipse:
                row.Shape = ShapeKind.Ellipse;
                row.Box = Box.FromCenter(ellipse.CenterX, ellipse.CenterY, 2 * ellipse.RadiusX, 2 * ellipse.RadiusY);
                row.Angle = ellipse.Angle;
                break;
            case ScenePolygon polygon:
                ApplyPath(ShapeKind.Polygon, Coordinates(polygon.Points), pool, ref row);
                row.Flags |= AnnotationFlags.HasPolygon;
                break;
            case ScenePolyline line:
                ApplyPath(ShapeKind.Polyline, Coordinates(line.Points), pool, ref row);
                break;
            case ScenePointShape point:
                ApplyPath(ShapeKind.Point, [point.Point.X, point.Point.Y], pool, ref row);
                break;
            case SceneMask mask:
                ApplyMask(mask, image, pool, ref row);
                break;
            case SceneSkeleton skeleton:
                ApplyKeypoints(skeleton, pool, ref row);
                break;
            case SceneCuboid cuboid:
                row.Shape = ShapeKind.Cuboid;
                row.Geometry = pool.AddCuboid(Cuboid(cuboid, annotation));
                break;
            default:
                row.Shape = ShapeKind.Tag;
                break;
        }
    }

    static void ApplyPath(ShapeKind kind, double[] coordinates, GeometryPoolBuilder pool, ref AnnotationRow row)
    {
        row.Shape = kind;
        row.Box = Ring.Bounds(coordinates);
        row.Geometry = pool.AddPolygon(coordinates);
    }

    // Rings cover what an odd number of them winds around.
    static void ApplyMask(SceneMask scene, SceneImage image, GeometryPoolBuilder pool, ref AnnotationRow row)
    {
        int height = (int)Math.Round(image.Height),
            width = (int)Math.Round(image.Width);
        RleMask? covered = null;
        foreach (var ring in scene.Rings)
        {
            if (RleMask.FromPolygon(Coordinates(ring), height, width).Mask is not { } pixels)
                continue;
            covered = covered is null ? pixels : covered.Except(pixels)!.Union(pixels.Except(covered)!);
        }
        row.Shape = ShapeKind.Mask;
        row.Flags |= AnnotationFlags.HasMask;
        if (covered is null)
            return;
        row.Box = covered.Bounds;
        row.Geometry = pool.AddMask(covered);
    }

    static void ApplyKeypoints(SceneSkeleton skeleton, GeometryPoolBuilder pool, ref AnnotationRow row)
    {
        row.Shape = ShapeKind.Skeleton;
        row.Flags |= AnnotationFlags.HasKeypoints;
        row.Geometry = pool.AddKeypoints([
            .. skeleton.Keypoints.Select(point => new Keypoint(point.X, point.Y, point.Visibility)),
        ]);
        double[] labelled =
        [
            .. skeleton.Keypoints.Where(point => point.Visibility > 0).SelectMany(point => new[] { point.X, point.Y }),
        ];
        row.Box = Ring.Bounds(labelled);
    }

    static OrientedCuboid Cuboid(SceneCuboid scene, SceneAnnotation annotation)
    {
        var turn = new CuboidAngles(
            scene.Yaw,
            AngleOf(annotation, AnnotationMember.Pitch),
            AngleOf(annotation, AnnotationMember.Roll)
        );
        return new OrientedCuboid(
            scene.CenterX,
            scene.CenterY,
            scene.CenterZ,
            scene.Length,
            scene.Width,
            scene.Height,
            turn.ToRotation()
        );
    }

    static double AngleOf(SceneAnnotation annotation, AnnotationMember member) =>
        annotation.Members.TryGetValue(member, out var value) && value is NumberValue number ? number.Value : 0;

    static double[] Coordinates(IEnumerable<ScenePoint> points) => [.. points.SelectMany(p => new[] { p.X, p.Y })];
}
