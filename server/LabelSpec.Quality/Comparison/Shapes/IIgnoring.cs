namespace LabelSpec.Quality.Comparison;

/// <summary>What is neither right nor wrong.</summary>
interface IIgnoring
{
    /// <summary>
    /// Takes out of the shapes of one side what says where nothing is judged, and makes regions of it.
    /// </summary>
    /// <param name="isIgnored">Whether a label is one of an <c>ignore</c> class.</param>
    IgnoredRegions TakeFrom(List<ComparedShape> shapes, Canvas canvas, Func<int, bool> isIgnored);
}
