namespace LabelSpec.Semantics.Types;

/// <summary>
/// The unit of a number: powers of pixel, metre, degree and second. Numbers in which all of them cancel are told
/// apart by <see cref="Kind"/>, so that a count is not compared with a ratio by mistake.
/// </summary>
public readonly record struct Unit(sbyte Pixels, sbyte Metres, sbyte Degrees, sbyte Seconds, ScalarKind Kind)
{
    /// <summary>A bare number. It fits wherever a count or a ratio fits.</summary>
    public static readonly Unit Number = new(0, 0, 0, 0, ScalarKind.Number);

    /// <summary>How many of something.</summary>
    public static readonly Unit Count = new(0, 0, 0, 0, ScalarKind.Count);

    /// <summary>A share or a quotient; <c>50%</c> is 0.5.</summary>
    public static readonly Unit Ratio = new(0, 0, 0, 0, ScalarKind.Ratio);

    public static readonly Unit Pixel = new(1, 0, 0, 0, ScalarKind.None);
    public static readonly Unit SquarePixel = new(2, 0, 0, 0, ScalarKind.None);
    public static readonly Unit Metre = new(0, 1, 0, 0, ScalarKind.None);
    public static readonly Unit Degree = new(0, 0, 1, 0, ScalarKind.None);
    public static readonly Unit Second = new(0, 0, 0, 1, ScalarKind.None);

    public bool IsScalar => Pixels == 0 && Metres == 0 && Degrees == 0 && Seconds == 0;

    /// <summary>Whether two numbers may be added or compared without a conversion.</summary>
    public bool IsCompatibleWith(Unit other) =>
        Pixels == other.Pixels
        && Metres == other.Metres
        && Degrees == other.Degrees
        && Seconds == other.Seconds
        && (!IsScalar || Kind == other.Kind || Kind == ScalarKind.Number || other.Kind == ScalarKind.Number);

    /// <summary>The unit of a sum: the more telling one of two compatible units.</summary>
    public Unit Or(Unit other) => IsScalar && Kind == ScalarKind.Number ? other : this;

    public Unit Times(Unit other) =>
        Of(
            Pixels + other.Pixels,
            Metres + other.Metres,
            Degrees + other.Degrees,
            Seconds + other.Seconds,
            IsScalar && other.IsScalar ? ProductOf(Kind, other.Kind) : ScalarKind.Ratio
        );

    public Unit Over(Unit other) =>
        Of(
            Pixels - other.Pixels,
            Metres - other.Metres,
            Degrees - other.Degrees,
            Seconds - other.Seconds,
            IsScalar && other.IsScalar && other.Kind == ScalarKind.Number ? Kind : ScalarKind.Ratio
        );

    /// <summary>The unit of a square root, or null where an exponent is odd.</summary>
    public Unit? SquareRoot() =>
        Pixels % 2 != 0 || Metres % 2 != 0 || Degrees % 2 != 0 || Seconds % 2 != 0
            ? null
            : Of(Pixels / 2, Metres / 2, Degrees / 2, Seconds / 2, IsScalar ? Kind : ScalarKind.Ratio);

    /// <summary>The unit as it is written in a guideline or, for derived units, in the field: <c>px</c>, <c>px/s</c>.</summary>
    public override string ToString() => UnitText.Of(this);

    private static Unit Of(int pixels, int metres, int degrees, int seconds, ScalarKind scalar) =>
        new(
            (sbyte)Math.Clamp(pixels, -99, 99),
            (sbyte)Math.Clamp(metres, -99, 99),
            (sbyte)Math.Clamp(degrees, -99, 99),
            (sbyte)Math.Clamp(seconds, -99, 99),
            (pixels | metres | degrees | seconds) == 0 ? scalar : ScalarKind.None
        );

    private static ScalarKind ProductOf(ScalarKind left, ScalarKind right) =>
        left == ScalarKind.Number ? right
        : right == ScalarKind.Number || left == right ? left
        : ScalarKind.Number;
}
