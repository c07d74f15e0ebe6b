using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Shapes;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using T = LabelSpec.Engine.Rules.Values.Truth;

namespace LabelSpec.Engine.Rules.Compilation;

// Numbers.
sealed partial class ExpressionCompiler
{
    public NumberOf Number(BoundExpression expression)
    {
        if (Constants.TryFold(expression, out var constant))
            return _ => constant;
        switch (expression)
        {
            case BoundLetCall call:
                return Number(call.Body);
            case BoundNegation negation:
                var operand = Number(negation.Operand);
                return frame => -operand(frame);
            case BoundArithmetic arithmetic:
                return Arithmetic(arithmetic);
            case BoundConditional conditional:
                var condition = Truth(conditional.Condition);
                var (whenTrue, whenFalse) = (Number(conditional.WhenTrue), Number(conditional.WhenFalse));
                return frame =>
                    condition(frame) switch
                    {
                        T.True => whenTrue(frame),
                        T.False => whenFalse(frame),
                        _ => double.NaN,
                    };
            case BoundAttribute attribute:
                var target = Row(attribute.Target);
                var reader = data.Attributes.Numbers(attribute);
                return frame => reader.Of(target(frame));
            case BoundAnnotationMember member:
                return NumberMember(member);
            case BoundPointMember member:
                var point = Point(member.Target);
                return member.Member == PointMember.X ? frame => point(frame).X : frame => point(frame).Y;
            case BoundImageMember member:
                return ImageNumber(member);
            case BoundTrackMember member:
                return TrackNumber(member);
            case BoundGroupMember { Member: GroupMember.Size } member:
                return GroupSize(Row(member.Target));
            case BoundDatasetMember member:
                return DatasetNumber(member);
            case BoundAggregate aggregate:
                return Aggregate(aggregate);
            case BoundCall call:
                return NumberCall(call);
            default:
                throw Unexpected(expression);
        }
    }

    NumberOf Arithmetic(BoundArithmetic arithmetic)
    {
        var left = Number(arithmetic.Left);
        if (Constants.TryFold(arithmetic.Right, out var constant))
            return arithmetic.Operator switch
            {
                ArithmeticOperator.Add => frame => left(frame) + constant,
                ArithmeticOperator.Subtract => frame => left(frame) - constant,
                ArithmeticOperator.Multiply => frame => left(frame) * constant,
                _ when constant == 0 => _ => double.NaN,
                _ => frame => left(frame) / constant,
            };
        var right = Number(arithmetic.Right);
        return arithmetic.Operator switch
        {
            ArithmeticOperator.Add => frame => left(frame) + right(frame),
            ArithmeticOperator.Subtract => frame => left(frame) - right(frame),
            ArithmeticOperator.Multiply => frame => left(frame) * right(frame),
            _ => frame => Constants.Apply(ArithmeticOperator.Divide, left(frame), right(frame)),
        };
    }

    NumberOf NumberMember(BoundAnnotationMember member)
    {
        var row = Row(member.Target);
        var of = NumberMember(member.Member);
        return frame => row(frame) is >= 0 and var a ? of(frame, a) : double.NaN;
    }

    Func<Frame, int, double> NumberMember(AnnotationMember member)
    {
        var table = Annotations;
        return member switch
        {
            AnnotationMember.Score => (_, a) => table.Scores[a],
            AnnotationMember.Area => (frame, a) => ShapeMeasures.Area(table, frame.Shapes, a),
            AnnotationMember.Width => (_, a) => table.Boxes[a].Width,
            AnnotationMember.Height => (_, a) => table.Boxes[a].Height,
            AnnotationMember.Left => (_, a) => table.BoundsOf(a).Left,
            AnnotationMember.Top => (_, a) => table.BoundsOf(a).Top,
            AnnotationMember.Right => (_, a) => table.BoundsOf(a).Right,
            AnnotationMember.Bottom => (_, a) => table.BoundsOf(a).Bottom,
            AnnotationMember.Aspect => (_, a) => Ratio(table.Boxes[a].Width, table.Boxes[a].Height),
            AnnotationMember.Angle => Angle,
            AnnotationMember.Perimeter => (frame, a) => ShapeMeasures.Perimeter(table, frame.Shapes, a),
            AnnotationMember.Vertices => (frame, a) => ShapeMeasures.Vertices(table, frame.Shapes, a),
            AnnotationMember.Holes => (frame, a) => ShapeMeasures.Holes(table, frame.Shapes, a),
            AnnotationMember.LargestHole => (frame, a) => ShapeMeasures.LargestHole(table, frame.Shapes, a),
            AnnotationMember.SmallestHole => (frame, a) => ShapeMeasures.SmallestHole(table, frame.Shapes, a),
            AnnotationMember.Components => (frame, a) => ShapeMeasures.Components(table, frame.Shapes, a),
            AnnotationMember.SmallestComponent => (frame, a) => ShapeMeasures.SmallestComponent(table, frame.Shapes, a),
            AnnotationMember.Keypoints => (frame, a) =>
                (table.Flags[a] & AnnotationFlags.HasKeypoints) != 0 || table.Shapes[a] == ShapeKind.Skeleton
                    ? frame.Keypoints.Labelled(a)
                    : double.NaN,
            AnnotationMember.Outside => (frame, a) =>
                ShapeMeasures.Outside(table, frame.Shapes, a, data.FrameOf(table.Images[a])),
            AnnotationMember.Order => Order,
            _ => CuboidMember(member),
        };
    }

    Func<Frame, int, double> CuboidMember(AnnotationMember member) =>
        (_, a) =>
            data.Dataset.ReadCuboid(a) is not { } cuboid
                ? double.NaN
                : member switch
                {
                    AnnotationMember.CuboidLength => cuboid.Length,
                    AnnotationMember.CuboidWidth => cuboid.Width,
                    AnnotationMember.CuboidHeight => cuboid.Height,
                    AnnotationMember.Volume => cuboid.Length * cuboid.Width * cuboid.Height,
                    AnnotationMember.X => cuboid.CenterX,
                    AnnotationMember.Y => cuboid.CenterY,
                    AnnotationMember.Z => cuboid.CenterZ,
                    AnnotationMember.Yaw => CuboidAngles.Of(cuboid.Rotation).Yaw,
                    AnnotationMember.Pitch => CuboidAngles.Of(cuboid.Rotation).Pitch,
                    AnnotationMember.Roll => CuboidAngles.Of(cuboid.Rotation).Roll,
                    _ => double.NaN,
                };

    double Angle(Frame frame, int row) =>
        Annotations.Shapes[row] switch
        {
            ShapeKind.RotatedBox or ShapeKind.Ellipse => Annotations.Angles[row],
            ShapeKind.Cuboid when data.Dataset.ReadCuboid(row) is { } cuboid => CuboidAngles.Of(cuboid.Rotation).Yaw,
            _ => double.NaN,
        };

    double Order(Frame frame, int row)
    {
        if (Annotations.ZOrders.IsPresent)
            return Annotations.ZOrders[row];
        var image = Annotations.Images[row];
        return image < 0 ? double.NaN : Annotations.OfImage(image).BinarySearch(row);
    }

    static double Ratio(double width, double height) => height == 0 ? double.NaN : width / height;

    NumberOf ImageNumber(BoundImageMember member)
    {
        var image = Row(member.Target);
        var images = data.Dataset.Images;
        Func<int, double> of = member.Member switch
        {
            ImageMember.Width => i => Known(images.Widths[i]),
            ImageMember.Height => i => Known(images.Heights[i]),
            ImageMember.Area => i => Known(images.Widths[i]) * Known(images.Heights[i]),
            ImageMember.Aspect => i => Known(images.Widths[i]) / Known(images.Heights[i]),
            ImageMember.Index => i => images.Frames[i] is >= 0 and var number ? number : i,
            _ => throw Unexpected(member),
        };
        return frame => image(frame) is >= 0 and var i ? of(i) : double.NaN;
    }

    static double Known(int size) => size > 0 ? size : double.NaN;

    NumberOf TrackNumber(BoundTrackMember member)
    {
        var track = Row(member.Target);
        Func<TrackFacts, double> of = member.Member switch
        {
            TrackMember.Length => facts => facts.Length,
            TrackMember.Start => facts => facts.Start,
            TrackMember.End => facts => facts.End,
            TrackMember.Gaps => facts => facts.Gaps,
            TrackMember.LongestGap => facts => facts.LongestGap,
            _ => throw Unexpected(member),
        };
        return frame => track(frame) is >= 0 and var t ? of(TrackFacts.Of(data.Tracks, t)) : double.NaN;
    }

    NumberOf GroupSize(RowOf first) =>
        frame =>
        {
            if (first(frame) is not (>= 0 and var row))
                return double.NaN;
            var size = 0;
            foreach (var other in Annotations.OfImage(Annotations.Images[row]))
                if (Annotations.Groups[other] == Annotations.Groups[row] && data.IsSeen(other))
                    size++;
            return size;
        };
}
