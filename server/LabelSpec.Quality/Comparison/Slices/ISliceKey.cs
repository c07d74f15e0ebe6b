namespace LabelSpec.Quality.Comparison;

/// <summary>Tells the part that an outcome is in.</summary>
interface ISliceKey
{
    /// <summary>The order of parts in reports.</summary>
    IComparer<string> Order { get; }

    string Of(ImageResult image, Outcome outcome);
}
