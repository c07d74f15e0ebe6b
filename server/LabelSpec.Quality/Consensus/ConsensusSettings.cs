using LabelSpec.Quality.Comparison;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Consensus;

/// <summary>How the work of several annotators becomes one.</summary>
public sealed record ConsensusSettings
{
    public ConsensusMethod Method { get; init; }

    /// <summary>
    /// The share of those who looked that must give the winning answer; for methods with probabilities the least
    /// probability.
    /// </summary>
    public double Quorum { get; init; } = .5;

    /// <summary>IoU from which two shapes may be one object.</summary>
    public double Overlap { get; init; } = .5;

    /// <summary>Whether <see cref="Overlap"/> goes before <c>match iou</c> of the guideline: somebody gave it for this run.</summary>
    public bool IsOverlapGiven { get; init; }

    /// <summary>Names classes, gives σ of skeletons, and says by <c>match</c> what is one object; null without one.</summary>
    public Guideline? Guideline { get; init; }

    /// <summary>Whether shapes are averaged; otherwise that of one annotator is taken.</summary>
    public bool AveragesShapes { get; init; }

    /// <summary>Threads to use; 0 for one on each processor. Results do not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Which CVAT merges, for <see cref="ConsensusMethod.Cvat"/>.</summary>
    public CvatGeneration Generation { get; init; }

    /// <summary>CVAT's own parameters while its settings had a quorum: 0.4 as IoU, and half of the replicas.</summary>
    public static ConsensusSettings Cvat { get; } = new() { Method = ConsensusMethod.Cvat, Overlap = .4 };

    /// <summary>CVAT's own parameters from 2.74 on: 0.4 as IoU, and whatever anybody drew, with its score.</summary>
    public static ConsensusSettings Cvat274 { get; } =
        Cvat with
        {
            Generation = CvatGeneration.Requirements,
            Quorum = 0,
        };

    /// <summary>With the IoU that the guideline asks of all classes, unless one was given.</summary>
    internal ConsensusSettings Effective =>
        this with
        {
            Overlap = MatchCriteria.OverallIou(
                MatchCriteria.Of(Guideline, ConsensusProfiles.Of(this), IsOverlapGiven),
                Overlap
            ),
        };

    /// <summary>Votes needed of <paramref name="looked"/> annotators.</summary>
    public int VotesNeeded(int looked) => Math.Max(1, (int)Math.Ceiling(Quorum * looked - 1e-9));
}
