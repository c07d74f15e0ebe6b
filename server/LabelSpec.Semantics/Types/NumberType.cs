namespace LabelSpec.Semantics.Types;

public sealed record NumberType(Unit Unit) : LabelType
{
    public static readonly NumberType Number = new(Unit.Number);
    public static readonly NumberType Count = new(Unit.Count);
    public static readonly NumberType Ratio = new(Unit.Ratio);
    public static readonly NumberType Pixel = new(Unit.Pixel);
    public static readonly NumberType SquarePixel = new(Unit.SquarePixel);
    public static readonly NumberType Metre = new(Unit.Metre);
    public static readonly NumberType Degree = new(Unit.Degree);
    public static readonly NumberType Second = new(Unit.Second);

    public override string DisplayName => Unit.ToString();
}
