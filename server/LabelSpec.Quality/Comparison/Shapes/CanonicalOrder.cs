using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>By label and place, so that the order of a file decides nothing but between equal annotations.</summary>
sealed class CanonicalOrder : IComparer<ComparedShape>
{
    public static CanonicalOrder Instance { get; } = new();

    public int Compare(ComparedShape? x, ComparedShape? y)
    {
        if (x is null || y is null)
            return Comparer<ComparedShape>.Default.Compare(x, y);
        var order = x.Label.CompareTo(y.Label);
        if (order == 0)
            order = Compare(x.Bounds, y.Bounds);
        if (order == 0)
            order = x.Turned.AngleDegrees.CompareTo(y.Turned.AngleDegrees);
        return order != 0 ? order : x.Row.CompareTo(y.Row);
    }

    static int Compare(Box a, Box b)
    {
        var order = a.Left.CompareTo(b.Left);
        if (order == 0)
            order = a.Top.CompareTo(b.Top);
        if (order == 0)
            order = a.Width.CompareTo(b.Width);
        return order != 0 ? order : a.Height.CompareTo(b.Height);
    }
}
