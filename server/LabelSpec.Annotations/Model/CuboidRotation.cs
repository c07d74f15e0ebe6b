namespace LabelSpec.Annotations.Model;

/// <summary>A unit quaternion w + xi + yj + zk, in double precision so that a file's numbers survive.</summary>
public readonly record struct CuboidRotation(double W, double X, double Y, double Z)
{
    public static CuboidRotation None => new(1, 0, 0, 0);

    /// <summary>A turn about the z axis by an angle in radians.</summary>
    public static CuboidRotation AboutZ(double radians) => new(Math.Cos(radians / 2), 0, 0, Math.Sin(radians / 2));

    /// <summary>A turn about the y axis by an angle in radians (KITTI <c>rotation_y</c>).</summary>
    public static CuboidRotation AboutY(double radians) => new(Math.Cos(radians / 2), 0, Math.Sin(radians / 2), 0);
}
