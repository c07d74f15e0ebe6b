using LabelSpec.Engine.Rules.Shapes;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Geometry;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Types;
using T = LabelSpec.Engine.Rules.Values.Truth;

namespace LabelSpec.Engine.Rules.Compilation;

// Built-in functions.
sealed partial class ExpressionCompiler
{
    // Names under which data sets keep the number of sensor points in a cuboid.
    static readonly string[] PointCounts = ["num_lidar_pts", "num_lidar_points", "lidar_points", "num_points"];

    delegate double PairNumber(Frame frame, int a, int b);

    NumberOf NumberCall(BoundCall call)
    {
        switch (call.Function)
        {
            case BuiltInFunction.Iou:
                return PairCall(call, (frame, a, b) => ShapeOverlap.IoU(Annotations, frame.Shapes, a, b));
            case BuiltInFunction.Overlap:
                return PairCall(call, (frame, a, b) => ShapeOverlap.Share(Annotations, frame.Shapes, a, b));
            case BuiltInFunction.Iou3d:
                return PairCall(
                    call,
                    (_, a, b) => CuboidOf(a) is { } x && CuboidOf(b) is { } y ? x.IoU(y) : double.NaN
                );
            case BuiltInFunction.IouBev:
                return PairCall(
                    call,
                    (_, a, b) => CuboidOf(a) is { } x && CuboidOf(b) is { } y ? x.GroundIoU(y) : double.NaN
                );
            case BuiltInFunction.Distance:
                return Distance(call.Arguments[0], call.Arguments[1]);
            case BuiltInFunction.Covered:
                return Covered(call);
            case BuiltInFunction.PointsInside:
                return PointsInside(Row(call.Arguments[0]));
            case BuiltInFunction.Length:
                var text = Text(call.Arguments[0]);
                return frame => text(frame) is { } known ? CodePoints(known) : double.NaN;
            case BuiltInFunction.Min:
                return Extreme(call, Math.Min);
            case BuiltInFunction.Max:
                return Extreme(call, Math.Max);
            case BuiltInFunction.AngleBetween:
                var (x, y) = (Number(call.Arguments[0]), Number(call.Arguments[1]));
                return frame => Math.Abs(Math.IEEERemainder(x(frame) - y(frame), 360));
            default:
                var of = SimpleFunction(call);
                var argument = Number(call.Arguments[0]);
                return frame => of(argument(frame));
        }
    }

    static Func<double, double> SimpleFunction(BoundCall call) =>
        call.Function switch
        {
            BuiltInFunction.Abs => Math.Abs,
            // The root of a negative number is NaN, which is unknown.
            BuiltInFunction.Sqrt => Math.Sqrt,
            BuiltInFunction.Round => Math.Round,
            _ => throw Unexpected(call),
        };

    TruthOf TruthCall(BoundCall call)
    {
        switch (call.Function)
        {
            case BuiltInFunction.Contains:
                return Contains(call);
            case BuiltInFunction.TouchesEdge:
                return TouchesEdge(call);
            case BuiltInFunction.Tight:
                return Tight(call);
            case BuiltInFunction.InsideRegion:
                return InsideRegion(call);
            case BuiltInFunction.LeftOf:
                return Beside(call, static (a, b) => a.Right <= b.Left);
            case BuiltInFunction.RightOf:
                return Beside(call, static (a, b) => a.Left >= b.Right);
            case BuiltInFunction.Above:
                return Beside(call, static (a, b) => a.Bottom <= b.Top);
            case BuiltInFunction.Below:
                return Beside(call, static (a, b) => a.Top >= b.Bottom);
            case BuiltInFunction.Changes:
                return Changes(call);
            default:
                throw Unexpected(call);
        }
    }

    NumberOf PairCall(BoundCall call, PairNumber of)
    {
        var (first, second) = (Row(call.Arguments[0]), Row(call.Arguments[1]));
        return frame =>
            first(frame) is >= 0 and var a && second(frame) is >= 0 and var b ? of(frame, a, b) : double.NaN;
    }

    Cuboid? CuboidOf(int row) =>
        data.Dataset.ReadCuboid(row) is { } stored
            ? new Cuboid(
                stored.CenterX,
                stored.CenterY,
                stored.CenterZ,
                stored.Length,
                stored.Width,
                stored.Height,
                Data.CuboidAngles.Of(stored.Rotation).Yaw * Math.PI / 180
            )
            : null;

    NumberOf Distance(BoundExpression left, BoundExpression right)
    {
        if (left.Type is PointType && right.Type is PointType)
        {
            var (first, second) = (Point(left), Point(right));
            return frame =>
                first(frame) is { IsMissing: false } a && second(frame) is { IsMissing: false } b
                    ? a.Position.DistanceTo(b.Position)
                    : double.NaN;
        }
        if (left.Type is PointType || right.Type is PointType)
        {
            var (shape, point) = left.Type is PointType ? (Row(right), Point(left)) : (Row(left), Point(right));
            return frame => ShapeDistance.Between(Annotations, frame.Shapes, shape(frame), point(frame));
        }
        var (rowA, rowB) = (Row(left), Row(right));
        return frame => ShapeDistance.Between(Annotations, frame.Shapes, rowA(frame), rowB(frame));
    }

    NumberOf Covered(BoundCall call)
    {
        var row = Row(call.Arguments[0]);
        var set = RegionSet(call);
        return frame =>
            RegionRows(frame, row(frame), set, out var regions)
                ? frame.Regions.Covered(row(frame), set, regions)
                : double.NaN;
    }

    TruthOf InsideRegion(BoundCall call)
    {
        var row = Row(call.Arguments[0]);
        var set = RegionSet(call);
        return frame =>
            RegionRows(frame, row(frame), set, out var regions)
                ? frame.Regions.Inside(row(frame), set, regions)
                : T.Unknown;
    }

    int RegionSet(BoundCall call) => state.SetOf(((BoundClassSet)call.Arguments[1]).Classes);

    // Regions of the annotation's own image; another image's are looked for anew.
    bool RegionRows(Frame frame, int row, int set, out ReadOnlySpan<int> regions)
    {
        regions = default;
        if (row < 0)
            return false;
        if (Annotations.Images[row] == frame.Rows.Image)
        {
            regions = frame.Rows.Of(set);
            return true;
        }
        var found = new List<int>();
        foreach (var other in Annotations.OfImage(Annotations.Images[row]))
            if (state.Members[set][Annotations.Categories[other] + 1] && data.IsSeen(other))
                found.Add(other);
        regions = found.ToArray();
        return true;
    }

    NumberOf PointsInside(RowOf row)
    {
        foreach (var name in PointCounts)
            if (Annotations.Attributes.Find(name) is { } column)
                return frame =>
                    row(frame) is >= 0 and var a && column.TryGet(a, out var value)
                        ? Data.AttributeValues.ToNumber(value)
                        : double.NaN;
        return _ => double.NaN;
    }

    NumberOf Extreme(BoundCall call, Func<double, double, double> pick)
    {
        var arguments = call.Arguments.Select(Number).ToArray();
        return frame =>
        {
            var extreme = arguments[0](frame);
            for (var i = 1; i < arguments.Length; i++)
                extreme = pick(extreme, arguments[i](frame));
            return extreme;
        };
    }

    static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                count--;
        return count;
    }

    TruthOf Contains(BoundCall call)
    {
        var outer = Row(call.Arguments[0]);
        if (call.Arguments[1].Type is PointType)
        {
            var point = Point(call.Arguments[1]);
            return frame => ShapeOverlap.Contains(Annotations, frame.Shapes, outer(frame), point(frame));
        }
        var inner = Row(call.Arguments[1]);
        return frame => ShapeOverlap.Contains(Annotations, frame.Shapes, outer(frame), inner(frame));
    }

    TruthOf TouchesEdge(BoundCall call)
    {
        var row = Row(call.Arguments[0]);
        var margin = call.Arguments.Length > 1 ? Number(call.Arguments[1]) : static _ => 0;
        return frame =>
        {
            if (row(frame) is not (>= 0 and var a) || !Annotations.IsPlaced(a))
                return T.Unknown;
            var image = data.FrameOf(Annotations.Images[a]);
            var near = margin(frame);
            return image.IsEmpty || double.IsNaN(near)
                ? T.Unknown
                : Kleene.Of(Annotations.BoundsOf(a).EdgesTouched(image, near) != FrameEdges.None);
        };
    }

    TruthOf Tight(BoundCall call)
    {
        var (first, second, tolerance) = (Row(call.Arguments[0]), Row(call.Arguments[1]), Number(call.Arguments[2]));
        return frame =>
        {
            if (first(frame) is not (>= 0 and var a) || second(frame) is not (>= 0 and var b))
                return T.Unknown;
            if (!Annotations.IsPlaced(a) || !Annotations.IsPlaced(b))
                return T.Unknown;
            var off = tolerance(frame);
            var box = Annotations.BoundsOf(a);
            if (box.Grow(off).IsOutside(Annotations.BoundsOf(b)))
                return T.False;
            var bounds = frame.Shapes.Of(b).Bounds;
            return Kleene.And(
                Kleene.And(Near(box.Left, bounds.Left, off), Near(box.Top, bounds.Top, off)),
                Kleene.And(Near(box.Right, bounds.Right, off), Near(box.Bottom, bounds.Bottom, off))
            );
        };
    }

    static T Near(double a, double b, double tolerance) =>
        Comparisons.Compare(Math.Abs(a - b), ComparisonOperator.LessOrEqual, tolerance);

    TruthOf Beside(BoundCall call, Func<Box, Box, bool> holds)
    {
        var (first, second) = (PlaceOf(call.Arguments[0]), PlaceOf(call.Arguments[1]));
        return frame => first(frame) is { } a && second(frame) is { } b ? Kleene.Of(holds(a, b)) : T.Unknown;
    }

    // The box around an annotation, or a point as a box without extent.
    Func<Frame, Box?> PlaceOf(BoundExpression expression)
    {
        if (expression.Type is PointType)
        {
            var point = Point(expression);
            return frame => point(frame) is { IsMissing: false } p ? new Box(p.X, p.Y, 0, 0) : null;
        }
        var row = Row(expression);
        return frame => Annotations.IsPlaced(row(frame)) ? Annotations.BoundsOf(row(frame)) : null;
    }
}
