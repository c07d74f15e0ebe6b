using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>The annotation files of one folder.</summary>
public sealed record WorkTask(string Name, ImmutableArray<WorkJob> Jobs)
{
    /// <summary>A frame of two jobs counts twice, as in CVAT.</summary>
    public int ValidatedFrames => Jobs.Sum(job => job.ValidatedFrames);

    public int Frames => Jobs.Sum(job => job.Frames);

    /// <summary>0 for a task without frames.</summary>
    public double FrameShare => Frames == 0 ? 0 : ValidatedFrames / (double)Frames;

    /// <summary>Its jobs joined: sums, never means of scores.</summary>
    public ComparisonResult Result => Jobs[0].Result with { Images = [.. Jobs.SelectMany(job => job.Result.Images)] };
}
