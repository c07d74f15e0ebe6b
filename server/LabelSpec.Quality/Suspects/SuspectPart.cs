using System.Collections.Immutable;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Quality.Suspects;

/// <summary>What is said of some of the images.</summary>
sealed record SuspectPart
{
    public required SuspectData Data { get; init; }

    public required ImmutableArray<string> Classes { get; init; }

    public required ImmutableArray<SuspectImage> Images { get; init; }

    /// <summary>For each class how many objects there are, and how many of them the model finds.</summary>
    public required ImmutableArray<(int Objects, int Found)> Recalls { get; init; }

    public required RuleEvidence Rules { get; init; }

    /// <summary>What of the inputs took no part.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }
}
