namespace LabelSpec.Grammar.Syntax;

/// <summary><c>cuboid X Y Z LENGTH WIDTH HEIGHT YAW</c>, metres and degrees.</summary>
public sealed class CuboidGeometry(
    Place place,
    NumberLiteral x,
    NumberLiteral y,
    NumberLiteral z,
    NumberLiteral length,
    NumberLiteral width,
    NumberLiteral height,
    NumberLiteral yaw
) : Geometry(place)
{
    public NumberLiteral X { get; } = x;

    public NumberLiteral Y { get; } = y;

    public NumberLiteral Z { get; } = z;

    public NumberLiteral Length { get; } = length;

    public NumberLiteral Width { get; } = width;

    public NumberLiteral Height { get; } = height;

    public NumberLiteral Yaw { get; } = yaw;

    protected override void AddChildren(ChildList children) =>
        children.Add(X).Add(Y).Add(Z).Add(Length).Add(Width).Add(Height).Add(Yaw);
}
