using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Shapes;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Types;
using T = LabelSpec.Engine.Rules.Values.Truth;

namespace LabelSpec.Engine.Rules.Compilation;

// Conditions.
sealed partial class ExpressionCompiler
{
    public TruthOf Truth(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundLetCall call:
                return Truth(call.Body);
            case BoundBool constant:
                var value = Kleene.Of(constant.Value);
                return _ => value;
            case BoundNot not:
                var negated = Truth(not.Operand);
                return frame => Kleene.Not(negated(frame));
            case BoundLogic logic:
                return Logic(logic);
            case BoundComparison comparison:
                return Comparison(comparison);
            case BoundInRange range:
                return InRange(range);
            case BoundInList list:
                return InList(list);
            case BoundInSet membership:
                return InSet(membership);
            case BoundMatches matches:
                return Matches(matches);
            case BoundPresence presence:
                return Presence(presence);
            case BoundClassTest test:
                return ClassTest(test);
            case BoundQuantifier quantifier:
                return Quantifier(quantifier);
            case BoundConditional conditional:
                return Conditional(conditional);
            case BoundAttribute attribute:
                var row = Row(attribute.Target);
                var reader = data.Attributes.Truths(attribute);
                return frame => reader.Of(row(frame));
            case BoundAnnotationMember member:
                return TruthMember(member);
            case BoundImageMember member:
                return ImageTruth(member);
            case BoundTrackMember { Member: TrackMember.Ended } member:
                var track = Row(member.Target);
                return frame => Kleene.Of(Data.TrackFacts.Of(data.Tracks, track(frame)).Ended);
            case BoundPointMember { Member: PointMember.Visible } member:
                var point = Point(member.Target);
                return frame => point(frame) is { IsMissing: false } known ? known.Visible : T.Unknown;
            case BoundCall call:
                return IsUnknownInShares(call) ? WherePixelsAreKnown(TruthCall(call)) : TruthCall(call);
            default:
                throw Unexpected(expression);
        }
    }

    TruthOf Logic(BoundLogic logic)
    {
        var left = Truth(logic.Left);
        var right = Truth(logic.Right);
        // The right side is left alone where the left one decides.
        return logic.Operator switch
        {
            LogicOperator.And => frame => left(frame) is var l && l == T.False ? T.False : Kleene.And(l, right(frame)),
            LogicOperator.Or => frame => left(frame) is var l && l == T.True ? T.True : Kleene.Or(l, right(frame)),
            LogicOperator.Implies => frame =>
                left(frame) is var l && l == T.False ? T.True : Kleene.Implies(l, right(frame)),
            _ => frame => left(frame) is var l && l == T.Unknown ? T.Unknown : Kleene.Iff(l, right(frame)),
        };
    }

    TruthOf Conditional(BoundConditional conditional)
    {
        var condition = Truth(conditional.Condition);
        var whenTrue = Truth(conditional.WhenTrue);
        var whenFalse = Truth(conditional.WhenFalse);
        return frame =>
            condition(frame) switch
            {
                T.True => whenTrue(frame),
                T.False => whenFalse(frame),
                _ => T.Unknown,
            };
    }

    TruthOf InRange(BoundInRange range)
    {
        var lower = range.Lower is null ? null : Compare(range.Operand, ComparisonOperator.GreaterOrEqual, range.Lower);
        var upper = range.Upper is null ? null : Compare(range.Operand, ComparisonOperator.LessOrEqual, range.Upper);
        return (lower, upper) switch
        {
            ({ } l, { } u) => frame => Kleene.And(l(frame), u(frame)),
            ({ } l, null) => l,
            (null, { } u) => u,
            _ => _ => T.True,
        };
    }

    TruthOf InList(BoundInList list)
    {
        var items = list.Items.Select(item => Equal(list.Operand, item)).ToArray();
        return frame =>
        {
            var result = T.False;
            foreach (var item in items)
            {
                var equal = item(frame);
                if (equal == T.True)
                    return T.True;
                result = Kleene.Or(result, equal);
            }
            return result;
        };
    }

    TruthOf InSet(BoundInSet membership)
    {
        var element = membership.Element.Type is TextType ? TextCode(membership.Element) : Code(membership.Element);
        var set = Set(membership.Set);
        return frame =>
        {
            var code = element(frame);
            return set(frame, out var codes) && code >= 0 ? Kleene.Of(codes.Contains(code)) : T.Unknown;
        };
    }

    TruthOf Matches(BoundMatches matches)
    {
        var text = Text(matches.Operand);
        var regex = matches.Regex;
        return frame => text(frame) is { } known ? Kleene.Of(regex.IsMatch(known)) : T.Unknown;
    }

    TruthOf Presence(BoundPresence presence)
    {
        var isSet = IsSet(presence.Operand, presence.IgnoresDefault);
        return presence.IsMissing ? frame => Kleene.Of(!isSet(frame)) : frame => Kleene.Of(isSet(frame));
    }

    Func<Frame, bool> IsSet(BoundExpression operand, bool ignoresDefault)
    {
        if (operand is BoundLetCall call)
            return IsSet(call.Body, ignoresDefault);
        if (operand is BoundAttribute attribute && ignoresDefault && attribute.Type is not AnnotationType)
            return IsSet(attribute);
        switch (operand.Type)
        {
            case BoolType:
                var truth = Truth(operand);
                return frame => truth(frame) != T.Unknown;
            case NumberType:
                var number = Number(operand);
                return frame => !double.IsNaN(number(frame));
            case EnumType or ClassType or ShapeType:
                var code = Code(operand);
                return frame => code(frame) >= 0;
            case TextType:
                var text = Text(operand);
                return frame => text(frame) is not null;
            case IdType:
                var id = Id(operand);
                return frame => !id(frame).IsNone;
            case PointType:
                var point = Point(operand);
                return frame => !point(frame).IsMissing;
            case SetType:
                var set = Set(operand);
                return frame => set(frame, out _);
            default:
                var row = Row(operand);
                return frame => row(frame) >= 0;
        }
    }

    Func<Frame, bool> IsSet(BoundAttribute attribute)
    {
        var row = Row(attribute.Target);
        switch (attribute.Type)
        {
            case BoolType:
                var truths = data.Attributes.Truths(attribute, withDefault: false);
                return frame => truths.Of(row(frame)) != T.Unknown;
            case NumberType:
                var numbers = data.Attributes.Numbers(attribute, withDefault: false);
                return frame => !double.IsNaN(numbers.Of(row(frame)));
            case EnumType:
                var codes = data.Attributes.Codes(attribute, withDefault: false);
                return frame => codes.Of(row(frame)) >= 0;
            case SetType:
                var sets = data.Attributes.Sets(attribute, withDefault: false);
                return frame => sets.Of(row(frame)) is not null;
            default:
                var texts = data.Attributes.Texts(attribute, withDefault: false);
                return frame => texts.Of(row(frame)) is not null;
        }
    }

    TruthOf ClassTest(BoundClassTest test)
    {
        var row = Row(test.Target);
        var members = data.Classes.Members(test.Classes);
        return frame => row(frame) is >= 0 and var a ? Kleene.Of(members[Annotations.Categories[a] + 1]) : T.Unknown;
    }

    TruthOf TruthMember(BoundAnnotationMember member)
    {
        var row = Row(member.Target);
        switch (member.Member)
        {
            case AnnotationMember.Crowd:
                return frame =>
                    row(frame) is >= 0 and var a
                        ? Kleene.Of((Annotations.Flags[a] & AnnotationFlags.Crowd) != 0)
                        : T.Unknown;
            case AnnotationMember.Clockwise:
                return frame =>
                    row(frame) is >= 0 and var a ? ShapeMeasures.Clockwise(Annotations, frame.Shapes, a) : T.Unknown;
            case AnnotationMember.SelfIntersects:
                return frame =>
                    row(frame) is >= 0 and var a
                        ? ShapeMeasures.SelfIntersects(Annotations, frame.Shapes, a)
                        : T.Unknown;
            default:
                throw Unexpected(member);
        }
    }

    TruthOf ImageTruth(BoundImageMember member)
    {
        var image = Row(member.Target);
        return member.Member switch
        {
            ImageMember.IsFirst => frame =>
                image(frame) is >= 0 and var i ? Kleene.Of(data.Sequences.IsFirst(i)) : T.Unknown,
            ImageMember.IsLast => frame =>
                image(frame) is >= 0 and var i ? Kleene.Of(data.Sequences.IsLast(i)) : T.Unknown,
            _ => throw Unexpected(member),
        };
    }
}
