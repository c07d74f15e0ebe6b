namespace LabelSpec.Annotations.Model;

/// <summary>A unit quaternion w + xi + yj + zk, in double precision so that a file's numbers survive.</summary>
public readonly record struct CuboidRotation(double W, double X, double Y, double Z)
{
    public static CuboidRotation None => new(1, 0, 0, 0);

    /// <summary>A turn about the z axis by an angle in radians.</summary>
    public static CuboidRotation AboutZ(double radians) => new(Math.Cos(radians / 2), 0, 0, Math.Sin(radians / 2));

    /// <summary>A turn about the y axis by an angle in radians (KITTI <c>rotation_y</c>).</summary>
    public static CuboidRotation AboutY(double radians) => new(Math.Cos(radians / 2), 0, Math.Sin(radians / 2), 0);

    /// <summary>A turn about the x axis by an angle in radians.</summary>
    public static CuboidRotation AboutX(double radians) => new(Math.Cos(radians / 2), Math.Sin(radians / 2), 0, 0);

    /// <summary>
    /// The angles in radians about x, then y, then z of the frame of reference, whose product z · y · x this is (Tait–Bryan angles,
    /// z-y′-x″). Where y is a quarter turn, x and z turn about the same axis, and x is what is left.
    /// </summary>
    public (double X, double Y, double Z) ToEuler() =>
        (
            Math.Atan2(2 * (W * X + Y * Z), 1 - 2 * (X * X + Y * Y)),
            Math.Asin(Math.Clamp(2 * (W * Y - Z * X), -1, 1)),
            Math.Atan2(2 * (W * Z + X * Y), 1 - 2 * (Y * Y + Z * Z))
        );

    /// <summary>First <paramref name="b"/>, then <paramref name="a"/>: the product of the quaternions.</summary>
    public static CuboidRotation operator *(CuboidRotation a, CuboidRotation b) =>
        new(
            a.W * b.W - a.X * b.X - a.Y * b.Y - a.Z * b.Z,
            a.W * b.X + a.X * b.W + a.Y * b.Z - a.Z * b.Y,
            a.W * b.Y - a.X * b.Z + a.Y * b.W + a.Z * b.X,
            a.W * b.Z + a.X * b.Y - a.Y * b.X + a.Z * b.W
        );
}
