namespace LabelSpec.Quality.Comparison;

/// <summary>A part of a mean: the sum and how much was summed.</summary>
public readonly record struct IouShare(double Sum, long Count)
{
    /// <summary>NaN of nothing.</summary>
    public double Mean => Sum / Count;

    public static IouShare operator +(IouShare a, IouShare b) => new(a.Sum + b.Sum, a.Count + b.Count);
}
