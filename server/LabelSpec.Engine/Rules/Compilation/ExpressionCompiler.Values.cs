using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Types;
using SemanticShape = LabelSpec.Semantics.Symbols.Classes.ShapeKind;
using T = LabelSpec.Engine.Rules.Values.Truth;

namespace LabelSpec.Engine.Rules.Compilation;

// Enum values, classes, kinds of shapes, texts, ids, points and sets.
sealed partial class ExpressionCompiler
{
    public CodeOf Code(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundLetCall call:
                return Code(call.Body);
            case BoundEnumValue value:
                var code = data.Codes.CodeOf(value.Value);
                return _ => code;
            case BoundShapeKind shape:
                var kind = (int)shape.Value;
                return _ => kind;
            case BoundClassSet { Classes.Count: 1 } one:
                var index = one.Classes.Classes[0].Index;
                return _ => index;
            case BoundAttribute attribute:
                var target = Row(attribute.Target);
                var reader = data.Attributes.Codes(attribute);
                return frame => reader.Of(target(frame));
            case BoundAnnotationMember { Member: AnnotationMember.Class } member:
                var ofClass = Row(member.Target);
                return frame =>
                    ofClass(frame) is >= 0 and var row ? data.Classes.ClassOf(Annotations.Categories[row]) : -1;
            case BoundAnnotationMember { Member: AnnotationMember.Shape } member:
                var ofShape = Row(member.Target);
                return frame => ofShape(frame) is >= 0 and var row ? ShapeCode(Annotations.Shapes[row]) : -1;
            case BoundConditional conditional:
                var condition = Truth(conditional.Condition);
                var (whenTrue, whenFalse) = (Code(conditional.WhenTrue), Code(conditional.WhenFalse));
                return frame =>
                    condition(frame) switch
                    {
                        T.True => whenTrue(frame),
                        T.False => whenFalse(frame),
                        _ => -1,
                    };
            default:
                throw Unexpected(expression);
        }
    }

    static int ShapeCode(ShapeKind kind) =>
        kind switch
        {
            ShapeKind.Box => (int)SemanticShape.Box,
            ShapeKind.RotatedBox => (int)SemanticShape.RotatedBox,
            ShapeKind.Polygon => (int)SemanticShape.Polygon,
            ShapeKind.Polyline => (int)SemanticShape.Polyline,
            ShapeKind.Point => (int)SemanticShape.Point,
            ShapeKind.Skeleton => (int)SemanticShape.Skeleton,
            ShapeKind.Mask => (int)SemanticShape.Mask,
            ShapeKind.Ellipse => (int)SemanticShape.Ellipse,
            ShapeKind.Cuboid => (int)SemanticShape.Cuboid,
            ShapeKind.Tag => (int)SemanticShape.Tag,
            _ => -1,
        };

    public TextOf Text(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundLetCall call:
                return Text(call.Body);
            case BoundText text:
                return _ => text.Value;
            case BoundEnumValue value:
                return _ => value.Value;
            case BoundAttribute { Type: EnumType } attribute:
                var code = Code(attribute);
                return frame => code(frame) is >= 0 and var known ? data.Codes.TextOf(known) : null;
            case BoundAttribute attribute:
                var target = Row(attribute.Target);
                var reader = data.Attributes.Texts(attribute);
                return frame => reader.Of(target(frame));
            case BoundAnnotationMember { Member: AnnotationMember.Annotator } member:
                var drawn = Row(member.Target);
                return frame =>
                    drawn(frame) is >= 0 and var row && Annotations.Annotators[row] is >= 0 and var name
                        ? Annotations.AnnotatorNames[name]
                        : null;
            case BoundAnnotationMember { Member: AnnotationMember.Source } member:
                return Source(Row(member.Target));
            case BoundImageMember { Member: ImageMember.Name } member:
                var image = Row(member.Target);
                return frame =>
                    image(frame) is >= 0 and var i && data.Dataset.Images.FileNames[i] is { Length: > 0 } name
                        ? name
                        : null;
            case BoundConditional conditional:
                var condition = Truth(conditional.Condition);
                var (whenTrue, whenFalse) = (Text(conditional.WhenTrue), Text(conditional.WhenFalse));
                return frame =>
                    condition(frame) switch
                    {
                        T.True => whenTrue(frame),
                        T.False => whenFalse(frame),
                        _ => null,
                    };
            default:
                throw Unexpected(expression);
        }
    }

    // Formats that tell how a shape came about keep it as an attribute of this name.
    TextOf Source(RowOf row)
    {
        var column = Annotations.Attributes.Find("source");
        if (column is null)
            return _ => null;
        return frame =>
            row(frame) is >= 0 and var a && column.TryGet(a, out var value) ? Data.AttributeValues.ToText(value) : null;
    }

    // Texts and enum values are compared with the elements of sets by the codes that they share.
    CodeOf TextCode(BoundExpression expression)
    {
        if (expression is BoundText constant)
        {
            var code = data.Codes.CodeOf(constant.Value);
            return _ => code;
        }
        var text = Text(expression);
        return frame => text(frame) is { } known && data.Codes.TryFind(known, out var code) ? code : -1;
    }

    public IdOf Id(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundLetCall call:
                return Id(call.Body);
            case BoundNumber number:
                var fromNumber = new RecordId((long)number.Value);
                return _ => fromNumber;
            case BoundText text:
                var fromText = IdOfText(text.Value);
                return _ => fromText;
            case BoundAnnotationMember { Member: AnnotationMember.Id } member:
                var owner = Row(member.Target);
                return frame =>
                    owner(frame) is >= 0 and var row && (Annotations.Flags[row] & AnnotationFlags.HasId) != 0
                        ? Annotations.Ids[row]
                        : RecordId.None;
            case BoundAnnotationMember { Member: AnnotationMember.Track } member:
                var tracked = Row(member.Target);
                return frame =>
                    tracked(frame) is >= 0 and var row && Annotations.Tracks[row] is >= 0 and var track
                        ? data.Dataset.Tracks[track].Id
                        : RecordId.None;
            case BoundAnnotationMember { Member: AnnotationMember.Group } member:
                return Group(Row(member.Target));
            case BoundGroupMember { Member: GroupMember.Id } member:
                return Group(Row(member.Target));
            case BoundTrackMember { Member: TrackMember.Id } member:
                var ofTrack = Row(member.Target);
                return frame => ofTrack(frame) is >= 0 and var track ? data.Dataset.Tracks[track].Id : RecordId.None;
            default:
                throw Unexpected(expression);
        }
    }

    IdOf Group(RowOf row) =>
        frame =>
            row(frame) is >= 0 and var a && Annotations.Groups[a] is >= 0 and var group
                ? new RecordId(group)
                : RecordId.None;

    // Texts that are numbers are the ids of that number; texts that no record has equal none.
    RecordId IdOfText(string text)
    {
        if (long.TryParse(text, out var number))
            return new RecordId(number);
        return data.Attributes.TextIds.GetValueOrDefault(text, NoRecord);
    }

    // An id that is known, and that no record has.
    static readonly RecordId NoRecord = new(long.MaxValue);

    public PointOf Point(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundLetCall call:
                return Point(call.Body);
            case BoundAnnotationMember { Member: AnnotationMember.Center } member:
                var row = Row(member.Target);
                return frame => row(frame) is >= 0 and var a ? Center(a) : PointValue.Missing;
            case BoundKeypoint keypoint:
                return Keypoint(keypoint);
            case BoundConditional conditional:
                var condition = Truth(conditional.Condition);
                var (whenTrue, whenFalse) = (Point(conditional.WhenTrue), Point(conditional.WhenFalse));
                return frame =>
                    condition(frame) switch
                    {
                        T.True => whenTrue(frame),
                        T.False => whenFalse(frame),
                        _ => PointValue.Missing,
                    };
            default:
                throw Unexpected(expression);
        }
    }

    PointValue Center(int row)
    {
        var center = Annotations.Boxes[row].Center;
        return new(center.X, center.Y, T.Unknown);
    }

    PointOf Keypoint(BoundKeypoint keypoint)
    {
        var row = Row(keypoint.Target);
        var index = new Data.KeypointIndex(data, keypoint);
        return frame =>
        {
            if (row(frame) is not (>= 0 and var a) || index.Of(a) is not (>= 0 and var i))
                return PointValue.Missing;
            var point = frame.Keypoints.Of(a, i);
            return point.IsLabelled ? new PointValue(point.X, point.Y, Kleene.Of(point.IsVisible)) : PointValue.Missing;
        };
    }

    public SetOf Set(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundLetCall call:
                return Set(call.Body);
            case BoundAttribute attribute:
                var row = Row(attribute.Target);
                var reader = data.Attributes.Sets(attribute);
                return (Frame frame, out ReadOnlySpan<int> codes) =>
                {
                    var set = reader.Of(row(frame));
                    codes = set;
                    return set is not null;
                };
            case BoundImageMember { Member: ImageMember.Tags } member:
                return Tags(Row(member.Target));
            default:
                throw Unexpected(expression);
        }
    }

    // The labels of an image are the categories of the tags on it.
    SetOf Tags(RowOf image)
    {
        var codeOfCategory = new int[data.Classes.Categories + 1];
        for (var category = 0; category < data.Classes.Categories; category++)
            codeOfCategory[category + 1] = data.Codes.CodeOf(data.Dataset.Categories.NameOf(category));
        codeOfCategory[0] = -1;
        var buffer = state.NewBuffer();
        return (Frame frame, out ReadOnlySpan<int> codes) =>
        {
            var found = frame.Buffers[buffer];
            found.Clear();
            codes = default;
            if (image(frame) is not (>= 0 and var i))
                return false;
            foreach (var row in Annotations.OfImage(i))
                if (Annotations.Shapes[row] == ShapeKind.Tag && codeOfCategory[Annotations.Categories[row] + 1] >= 0)
                    found.Add(codeOfCategory[Annotations.Categories[row] + 1]);
            codes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(found);
            return true;
        };
    }
}
