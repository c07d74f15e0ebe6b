namespace LabelSpec.Quality.Comparison;

/// <summary>By z order, then as the file has them: the order in which CVAT exports and compares shapes.</summary>
sealed class DrawingOrder : IComparer<ComparedShape>
{
    public static DrawingOrder Instance { get; } = new();

    public int Compare(ComparedShape? x, ComparedShape? y) =>
        x is null || y is null ? Comparer<ComparedShape>.Default.Compare(x, y)
        : x.ZOrder != y.ZOrder ? x.ZOrder.CompareTo(y.ZOrder)
        : x.Row.CompareTo(y.Row);
}
