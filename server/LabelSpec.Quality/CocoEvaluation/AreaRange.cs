namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>A size class of objects by area in square pixels. Both ends belong to it, as in pycocotools.</summary>
public sealed record AreaRange(string Name, double Low, double High)
{
    public static AreaRange All { get; } = new("all", 0, 1e10);

    public static AreaRange Small { get; } = new("small", 0, 32 * 32);

    public static AreaRange Medium { get; } = new("medium", 32 * 32, 96 * 96);

    public static AreaRange Large { get; } = new("large", 96 * 96, 1e10);

    /// <summary>False for areas below and above; true for NaN, which pycocotools' comparisons do not exclude either.</summary>
    public bool Holds(double area) => !(area < Low || area > High);
}
