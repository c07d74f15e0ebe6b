namespace LabelSpec.Grammar.Syntax;

/// <summary><c>rotated_box CENTER_X CENTER_Y WIDTH HEIGHT 30deg</c>.</summary>
public sealed class RotatedBoxGeometry(
    Place place,
    NumberLiteral centerX,
    NumberLiteral centerY,
    NumberLiteral width,
    NumberLiteral height,
    NumberLiteral angle
) : Geometry(place)
{
    public NumberLiteral CenterX { get; } = centerX;

    public NumberLiteral CenterY { get; } = centerY;

    public NumberLiteral Width { get; } = width;

    public NumberLiteral Height { get; } = height;

    public NumberLiteral Angle { get; } = angle;

    protected override void AddChildren(ChildList children) =>
        children.Add(CenterX).Add(CenterY).Add(Width).Add(Height).Add(Angle);
}
