using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Rules.Data;

/// <summary>
/// Heading, pitch and roll of a cuboid in degrees: turns about z, then y, then x (Tait–Bryan angles, z-y′-x″) of the frame of
/// reference, each anticlockwise seen against its axis; the nose of a pitched cuboid points down for positive angles about
/// y, so pitch is given with the other sign: nose up is positive.
/// </summary>
readonly record struct CuboidAngles(double Yaw, double Pitch, double Roll)
{
    const double Degrees = 180 / Math.PI;

    public static CuboidAngles Of(CuboidRotation q)
    {
        var (x, y, z) = q.ToEuler();
        return new(z * Degrees, -y * Degrees, x * Degrees);
    }

    /// <summary>The rotation that has these angles.</summary>
    public CuboidRotation ToRotation()
    {
        var (sy, cy) = Math.SinCos(Yaw / Degrees / 2);
        var (sp, cp) = Math.SinCos(-Pitch / Degrees / 2);
        var (sr, cr) = Math.SinCos(Roll / Degrees / 2);
        return new(
            cr * cp * cy + sr * sp * sy,
            sr * cp * cy - cr * sp * sy,
            cr * sp * cy + sr * cp * sy,
            cr * cp * sy - sr * sp * cy
        );
    }
}
