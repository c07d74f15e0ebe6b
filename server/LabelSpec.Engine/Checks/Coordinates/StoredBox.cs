using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks.Coordinates;

/// <summary>The four numbers of a box as a layout stores them.</summary>
readonly record struct StoredBox(double A, double B, double C, double D)
{
    public static StoredBox Of(Box box, BoxLayout layout) =>
        layout switch
        {
            BoxLayout.TwoCorners => new(box.Left, box.Top, box.Right, box.Bottom),
            BoxLayout.CentreAndSize => new(box.Center.X, box.Center.Y, box.Width, box.Height),
            _ => new(box.Left, box.Top, box.Width, box.Height),
        };

    public double Smallest => Math.Min(Math.Min(A, B), Math.Min(C, D));

    public double Largest => Math.Max(Math.Max(A, B), Math.Max(C, D));

    public bool IsFractional => A != Math.Floor(A) || B != Math.Floor(B) || C != Math.Floor(C) || D != Math.Floor(D);

    /// <summary>The box that the numbers make in a layout.</summary>
    public Box ToBox(BoxLayout layout) =>
        layout switch
        {
            BoxLayout.TwoCorners => Box.FromEdges(A, B, C, D),
            BoxLayout.CentreAndSize => Box.FromCenter(A, B, C, D),
            _ => new(A, B, C, D),
        };

    public string Show() => $"[{Wording.Number(A)}, {Wording.Number(B)}, {Wording.Number(C)}, {Wording.Number(D)}]";
}
