namespace LabelSpec.Grammar.Syntax;

/// <summary><c>ellipse CENTER_X CENTER_Y RADIUS_X RADIUS_Y [30deg]</c>.</summary>
public sealed class EllipseGeometry(
    Place place,
    NumberLiteral centerX,
    NumberLiteral centerY,
    NumberLiteral radiusX,
    NumberLiteral radiusY,
    NumberLiteral? angle
) : Geometry(place)
{
    public NumberLiteral CenterX { get; } = centerX;

    public NumberLiteral CenterY { get; } = centerY;

    public NumberLiteral RadiusX { get; } = radiusX;

    public NumberLiteral RadiusY { get; } = radiusY;

    public NumberLiteral? Angle { get; } = angle;

    protected override void AddChildren(ChildList children) =>
        children.Add(CenterX).Add(CenterY).Add(RadiusX).Add(RadiusY).Add(Angle);
}
