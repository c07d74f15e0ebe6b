namespace LabelSpec.Quality.Comparison;

/// <summary>One annotation file of the work.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Result">What the comparison says of it.</param>
/// <param name="Frames">How many images it has, with ground truth or without.</param>
public sealed record WorkJob(string Name, ComparisonResult Result, int Frames)
{
    /// <summary>Images with ground truth.</summary>
    public int ValidatedFrames => Result.Images.Length;
}
