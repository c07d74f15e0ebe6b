using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>The units that can be written, and which numbers go together.</summary>
internal static class UnitNames
{
    private static readonly NumberType SquareMetre = new(new Unit(0, 2, 0, 0, ScalarKind.None));
    private static readonly NumberType CubicMetre = new(new Unit(0, 3, 0, 0, ScalarKind.None));

    public static NumberType TypeOf(Grammar.Syntax.Unit unit) =>
        unit switch
        {
            Grammar.Syntax.Unit.Pixels => NumberType.Pixel,
            Grammar.Syntax.Unit.SquarePixels => NumberType.SquarePixel,
            Grammar.Syntax.Unit.Percent => NumberType.Ratio,
            Grammar.Syntax.Unit.Degrees => NumberType.Degree,
            Grammar.Syntax.Unit.Seconds => NumberType.Second,
            Grammar.Syntax.Unit.Meters => NumberType.Metre,
            Grammar.Syntax.Unit.SquareMeters => SquareMetre,
            Grammar.Syntax.Unit.CubicMeters => CubicMetre,
            _ => NumberType.Number,
        };

    public static Unit? Find(string name) =>
        name switch
        {
            "px" => Unit.Pixel,
            "px2" => Unit.SquarePixel,
            "%" or "ratio" => Unit.Ratio,
            "deg" => Unit.Degree,
            "s" => Unit.Second,
            "m" => Unit.Metre,
            "m2" => SquareMetre.Unit,
            "m3" => CubicMetre.Unit,
            _ => null,
        };

    /// <summary>Whether two numbers may be added or compared. A literal 0 fits every unit.</summary>
    public static bool Fit(BoundExpression left, BoundExpression right) =>
        left.Type is NumberType first
        && right.Type is NumberType second
        && (first.Unit.IsCompatibleWith(second.Unit) || IsBareZero(left) || IsBareZero(right));

    /// <summary>The unit of the sum of two numbers that fit.</summary>
    public static Unit Common(BoundExpression left, BoundExpression right)
    {
        var (first, second) = (((NumberType)left.Type).Unit, ((NumberType)right.Type).Unit);
        return IsBareZero(left) ? second
            : IsBareZero(right) ? first
            : first.Or(second);
    }

    private static bool IsBareZero(BoundExpression bound) =>
        bound is BoundNumber { Value: 0, NumberType.Unit: { IsScalar: true, Kind: ScalarKind.Number } };
}
