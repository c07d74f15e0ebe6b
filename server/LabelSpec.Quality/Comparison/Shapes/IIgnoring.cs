namespace LabelSpec.Quality.Comparison;

/// <summary>What is neither right nor wrong.</summary>
interface IIgnoring
{
    /// <summary>
    /// Takes regions out of a scene in which nothing is judged, and says what else is not.
    /// </summary>
    IgnoredRegions TakeFrom(ImageScene scene, LabelMap labels);
}
