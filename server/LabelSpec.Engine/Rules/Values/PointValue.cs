using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Values;

/// <summary>A position in the image, or nothing: then x and y are NaN.</summary>
/// <param name="Visible">Of keypoints; unknown for other points.</param>
readonly record struct PointValue(double X, double Y, Truth Visible)
{
    public static readonly PointValue Missing = new(double.NaN, double.NaN, Truth.Unknown);

    public bool IsMissing => double.IsNaN(X) || double.IsNaN(Y);

    public Point Position => new(X, Y);
}
