using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Semantics.Binding.Scenes;

/// <summary>Binds shapes with coordinates, in scenes and examples.</summary>
internal static class GeometryBinder
{
    /// <param name="owner">The class of the annotation, which must allow the shapes; null allows all.</param>
    public static ImmutableArray<SceneShape> Bind(IReadOnlyList<Geometry> nodes, ClassSymbol? owner, BindingSite site)
    {
        var shapes = ImmutableArray.CreateBuilder<SceneShape>(nodes.Count);
        foreach (var node in nodes)
        {
            var shape = Bind(node, owner, site);
            ReportNotAllowed(node, shape, owner, site);
            ReportDegenerate(node, shape, site);
            shapes.Add(shape);
        }
        return shapes.MoveToImmutable();
    }

    private static SceneShape Bind(Geometry node, ClassSymbol? owner, BindingSite site) =>
        node switch
        {
            BoxGeometry box => new SceneBox(box.Left.Value, box.Top.Value, box.Width.Value, box.Height.Value),
            RotatedBoxGeometry box => new SceneRotatedBox(
                box.CenterX.Value,
                box.CenterY.Value,
                box.Width.Value,
                box.Height.Value,
                box.Angle.Value
            ),
            EllipseGeometry ellipse => new SceneEllipse(
                ellipse.CenterX.Value,
                ellipse.CenterY.Value,
                ellipse.RadiusX.Value,
                ellipse.RadiusY.Value,
                ellipse.Angle?.Value ?? 0
            ),
            CuboidGeometry cuboid => new SceneCuboid(
                cuboid.X.Value,
                cuboid.Y.Value,
                cuboid.Z.Value,
                cuboid.Length.Value,
                cuboid.Width.Value,
                cuboid.Height.Value,
                cuboid.Yaw.Value
            ),
            SkeletonGeometry skeleton => BindSkeleton(skeleton, owner, site),
            PathGeometry path => BindPath(path),
            _ => new SceneTag(),
        };

    private static SceneShape BindPath(PathGeometry path)
    {
        var rings = path
            .Rings.Select(ring =>
                ring.Points.Select(point => new ScenePoint(point.X.Value, point.Y.Value)).ToImmutableArray()
            )
            .ToImmutableArray();
        var first = rings.IsEmpty ? [] : rings[0];
        return path.Kind switch
        {
            Grammar.Syntax.ShapeKind.Polyline => new ScenePolyline(first),
            Grammar.Syntax.ShapeKind.Point => new ScenePointShape(first.IsEmpty ? default : first[0]),
            Grammar.Syntax.ShapeKind.Mask => new SceneMask(rings),
            _ when rings.Length > 1 => new SceneMask(rings),
            _ => new ScenePolygon(first),
        };
    }

    private static SceneSkeleton BindSkeleton(SkeletonGeometry node, ClassSymbol? owner, BindingSite site)
    {
        var skeleton = owner?.Shapes.FirstOrDefault(shape => shape.Skeleton is not null)?.Skeleton ?? Drawn(node, site);
        var points = new SceneKeypoint[skeleton.Points.Length];
        foreach (var point in node.Points)
        {
            if (point.Name.IsMissing)
            {
                continue;
            }
            var index = skeleton.IndexOf(point.Name.Value);
            if (index >= 0)
            {
                site.Use(skeleton.Points[index], point.Name);
                points[index] = new SceneKeypoint(point.X.Value, point.Y.Value, point.IsHidden ? 1 : 2);
                continue;
            }
            var span = site.SpanOf(point.Name);
            var suggestion = Suggestion.For(point.Name.Value, skeleton.Points.Select(known => known.Name), span);
            site.Bag.Report(
                SemanticDiagnostics.UnknownKeypoint,
                span,
                $"The skeleton `{skeleton.Name}` has no point `{point.Name.Value}`{suggestion.Question}",
                suggestion.Fixes
            );
        }
        return new SceneSkeleton(skeleton, [.. points]);
    }

    /// <summary>A skeleton of just the points that are drawn, for classes that name none.</summary>
    private static SkeletonSymbol Drawn(SkeletonGeometry node, BindingSite site)
    {
        var points = ImmutableArray.CreateBuilder<KeypointSymbol>(node.Points.Count);
        foreach (var point in node.Points)
        {
            points.Add(new KeypointSymbol(point.Name.Value, points.Count, site.SpanOf(point.Name)));
        }
        var span = site.SpanOf(node);
        return new SkeletonSymbol("", span, span) { Points = points.MoveToImmutable() };
    }

    private static void ReportNotAllowed(Geometry node, SceneShape shape, ClassSymbol? owner, BindingSite site)
    {
        if (owner is null || owner.Shapes.IsEmpty || owner.Shapes.Any(allowed => Matches(allowed.Kind, shape, node)))
        {
            return;
        }
        site.Bag.Report(
            SemanticDiagnostics.ShapeNotAllowed,
            site.SpanOf(node),
            $"A `{owner.Name}` is {string.Join(" or ", owner.Shapes.Select(allowed => $"`{ShapeKinds.NameOf(allowed.Kind)}`").Distinct())}, not `{ShapeKinds.NameOf(shape.Kind)}`",
            related: [new RelatedPlace(owner.Shapes[0].Span, "The allowed shapes")]
        );
    }

    /// <summary>A polygon with several rings is drawn as a mask and still is a polygon.</summary>
    private static bool Matches(ShapeKind allowed, SceneShape shape, Geometry node) =>
        allowed == shape.Kind
        || (allowed == ShapeKind.Polygon && node is PathGeometry { Kind: Grammar.Syntax.ShapeKind.Polygon });

    private static void ReportDegenerate(Geometry node, SceneShape shape, BindingSite site)
    {
        var problem = shape switch
        {
            SceneBox { Width: <= 0 } or SceneBox { Height: <= 0 } =>
                "A box has a width and a height above 0: `box LEFT TOP WIDTH HEIGHT`",
            SceneRotatedBox { Width: <= 0 } or SceneRotatedBox { Height: <= 0 } =>
                "A box has a width and a height above 0: `rotated_box CENTER_X CENTER_Y WIDTH HEIGHT ANGLE`",
            SceneEllipse { RadiusX: <= 0 } or SceneEllipse { RadiusY: <= 0 } =>
                "An ellipse has radii above 0: `ellipse CENTER_X CENTER_Y RADIUS_X RADIUS_Y`",
            SceneCuboid { Length: <= 0 } or SceneCuboid { Width: <= 0 } or SceneCuboid { Height: <= 0 } =>
                "A cuboid has length, width and height above 0",
            ScenePolygon { Points.Length: < 3 } => "A polygon has at least three points",
            ScenePolyline { Points.Length: < 2 } => "A polyline has at least two points",
            _ => null,
        };
        if (problem is not null)
        {
            site.Bag.Report(SemanticDiagnostics.InvalidGeometry, site.SpanOf(node), problem);
        }
    }
}
