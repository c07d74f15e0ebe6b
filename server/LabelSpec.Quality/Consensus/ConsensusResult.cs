using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Quality.Consensus;

/// <summary>The work of several annotators, as one.</summary>
public sealed record ConsensusResult
{
    public required ConsensusSettings Settings { get; init; }

    /// <summary>Names of the annotators.</summary>
    public required ImmutableArray<string> Annotators { get; init; }

    /// <summary>What the annotators' files declare, annotator by annotator.</summary>
    public required ImmutableArray<CategoryTable> Categories { get; init; }

    /// <summary>In ordinal order of their names.</summary>
    public required ImmutableArray<ConsensusImage> Images { get; init; }

    /// <summary>In ordinal order.</summary>
    public required ImmutableArray<string> Classes { get; init; }

    /// <summary>In the order of images.</summary>
    public required ImmutableArray<ConsensusObject> Objects { get; init; }

    /// <summary>In the order of images.</summary>
    public required ImmutableArray<ReviewItem> Review { get; init; }

    /// <summary>For each annotator how often they are right by the method, 0 to 1; NaN where it does not say.</summary>
    public required ImmutableArray<double> Skills { get; init; }

    /// <summary>Review items, and what is wrong with the inputs, with their places.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The data set that an annotator's rows in an image refer to.</summary>
    public Dataset DatasetOf(int image, int annotator) => Images[image].Works[annotator].Dataset;
}
