namespace LabelSpec.Quality.Comparison;

/// <summary>CVAT knows neither crowds nor ignore regions.</summary>
sealed class NothingIgnored : IIgnoring
{
    public IgnoredRegions TakeFrom(List<ComparedShape> shapes, Canvas canvas, Func<int, bool> isIgnored) =>
        IgnoredRegions.None;
}
