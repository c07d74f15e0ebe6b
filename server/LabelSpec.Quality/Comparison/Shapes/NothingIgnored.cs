namespace LabelSpec.Quality.Comparison;

/// <summary>CVAT knows neither crowds nor ignore regions.</summary>
sealed class NothingIgnored : IIgnoring
{
    public IgnoredRegions TakeFrom(ImageScene scene, LabelMap labels) => IgnoredRegions.None;
}
