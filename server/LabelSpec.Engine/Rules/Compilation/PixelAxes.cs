using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Engine.Rules.Compilation;

/// <summary>
/// Tells which comparisons need the size of the image. Where only shares of it are known, widths can be compared with
/// widths and with the width of the image, but neither with heights nor with a number of pixels.
/// </summary>
static class PixelAxes
{
    /// <summary>Whether two numbers can be compared in shares of the image.</summary>
    public static bool NeedPixels(BoundExpression left, BoundExpression right) =>
        Joined(Of(left), Of(right)) == PixelAxis.Pixels;

    public static PixelAxis Of(BoundExpression expression) =>
        expression switch
        {
            BoundLetCall call => Of(call.Body),
            BoundNumber number => !HasPixels(number) ? PixelAxis.None
            : number.Value == 0 ? PixelAxis.Zero
            : PixelAxis.Pixels,
            BoundNegation negation => Of(negation.Operand),
            BoundConditional conditional => Joined(Of(conditional.WhenTrue), Of(conditional.WhenFalse)),
            BoundArithmetic arithmetic => OfArithmetic(arithmetic),
            BoundAnnotationMember member => OfMember(member),
            BoundPointMember member => member.Member == PointMember.X ? PixelAxis.Horizontal : PixelAxis.Vertical,
            BoundImageMember member => OfImage(member.Member),
            BoundAggregate { Value: { } value } => Of(value),
            BoundCall call => OfCall(call),
            _ => HasPixels(expression) ? PixelAxis.Pixels : PixelAxis.None,
        };

    static PixelAxis OfMember(BoundAnnotationMember member) =>
        member.Member switch
        {
            AnnotationMember.Width or AnnotationMember.Left or AnnotationMember.Right => PixelAxis.Horizontal,
            AnnotationMember.Height or AnnotationMember.Top or AnnotationMember.Bottom => PixelAxis.Vertical,
            AnnotationMember.Aspect or AnnotationMember.Angle => PixelAxis.Pixels,
            _ when member.Type is NumberType { Unit.Pixels: 2 } => PixelAxis.Area,
            _ => HasPixels(member) ? PixelAxis.Pixels : PixelAxis.None,
        };

    static PixelAxis OfImage(ImageMember member) =>
        member switch
        {
            ImageMember.Width => PixelAxis.Horizontal,
            ImageMember.Height => PixelAxis.Vertical,
            ImageMember.Area => PixelAxis.Area,
            ImageMember.Aspect => PixelAxis.Pixels,
            _ => PixelAxis.None,
        };

    static PixelAxis OfCall(BoundCall call) =>
        call.Function switch
        {
            BuiltInFunction.Distance => PixelAxis.Pixels,
            BuiltInFunction.Sqrt when HasPixels(call) => PixelAxis.Pixels,
            BuiltInFunction.Abs or BuiltInFunction.Min or BuiltInFunction.Max or BuiltInFunction.Round => call
                .Arguments.Select(Of)
                .Aggregate(Joined),
            BuiltInFunction.AngleBetween => Joined(Of(call.Arguments[0]), Of(call.Arguments[1])),
            _ => PixelAxis.None,
        };

    static PixelAxis OfArithmetic(BoundArithmetic arithmetic)
    {
        var (left, right) = (Of(arithmetic.Left), Of(arithmetic.Right));
        return arithmetic.Operator switch
        {
            ArithmeticOperator.Multiply => Product(left, right),
            ArithmeticOperator.Divide => Quotient(left, right),
            _ => Joined(left, right),
        };
    }

    static PixelAxis Joined(PixelAxis left, PixelAxis right) =>
        left == right || right == PixelAxis.Zero ? left
        : left == PixelAxis.Zero ? right
        : PixelAxis.Pixels;

    static PixelAxis Product(PixelAxis left, PixelAxis right) =>
        (left, right) switch
        {
            (PixelAxis.None, _) => right,
            (_, PixelAxis.None) => left,
            (PixelAxis.Horizontal, PixelAxis.Vertical) or (PixelAxis.Vertical, PixelAxis.Horizontal) => PixelAxis.Area,
            _ => PixelAxis.Pixels,
        };

    static PixelAxis Quotient(PixelAxis left, PixelAxis right) =>
        (left, right) switch
        {
            (_, PixelAxis.None) => left,
            (PixelAxis.Area, PixelAxis.Horizontal) => PixelAxis.Vertical,
            (PixelAxis.Area, PixelAxis.Vertical) => PixelAxis.Horizontal,
            _ when left == right && left != PixelAxis.Pixels => PixelAxis.None,
            _ => PixelAxis.Pixels,
        };

    static bool HasPixels(BoundExpression expression) => expression.Type is NumberType { Unit.Pixels: not 0 };
}
