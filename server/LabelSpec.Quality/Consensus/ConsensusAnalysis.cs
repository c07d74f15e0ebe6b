using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Comparison;
using LabelSpec.Quality.Consensus.Cvat;

namespace LabelSpec.Quality.Consensus;

/// <summary>
/// Makes one annotation of what several people drew: first which annotations are one object (<see cref="Collect"/>), then
/// what each object is, by the votes of all (<see cref="Decide"/>).
/// </summary>
public static class ConsensusAnalysis
{
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public static ConsensusResult Run(
        IReadOnlyList<AnnotatorWork> annotators,
        ConsensusSettings settings,
        CancellationToken cancellation = default
    ) => Decide(Collect(annotators, settings, cancellation), cancellation);

    /// <summary>Looks at every image. Evidence of parts of the images can be joined.</summary>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public static ConsensusEvidence Collect(
        IReadOnlyList<AnnotatorWork> annotators,
        ConsensusSettings settings,
        CancellationToken cancellation = default
    )
    {
        settings = settings.Effective;
        var profile = ConsensusProfiles.Of(settings);
        var plan = new ShapePlan(
            annotators,
            new(annotators, settings.Guideline),
            profile,
            ConsensusProfiles.ParametersOf(settings),
            MatchCriteria.Of(settings.Guideline, profile, settings.IsOverlapGiven)
        );
        var finder = new UnitFinder(plan, settings.Threads, cancellation);
        var part = new ConsensusPart
        {
            Plan = plan,
            Shapes = finder.Shapes,
            Units = [],
            Facts = ShapeFacts.Of(plan.Classes, finder),
        };
        return new(
            settings,
            settings.Method == ConsensusMethod.Cvat
                ? Merged(part, settings, cancellation)
                : part with
                {
                    Units = ByImage(finder.Find(), plan.Images.Count),
                }
        );
    }

    /// <summary>What evidence decides.</summary>
    /// <exception cref="ArgumentException">A file was cut into parts, and a track of it in a way that cannot be undone.</exception>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public static ConsensusResult Decide(ConsensusEvidence evidence, CancellationToken cancellation = default)
    {
        var whole = new AnnotatorParts(evidence.Works);
        if (!whole.AddUp)
        {
            evidence = Collect(whole.Annotators, evidence.Settings, cancellation);
            whole = new(evidence.Works);
        }

        return new ConsensusDecision(evidence, whole, cancellation).Decide();
    }

    static ConsensusPart Merged(ConsensusPart part, ConsensusSettings settings, CancellationToken cancellation)
    {
        var merger = new CvatMerger(part.Plan, settings);
        var units = ImmutableArray.CreateBuilder<ImmutableArray<Unit>>();
        var merged = ImmutableArray.CreateBuilder<(ImmutableArray<ConsensusObject>, ImmutableArray<ReviewItem>)>();
        foreach (var image in part.Shapes)
        {
            cancellation.ThrowIfCancellationRequested();
            List<Unit> candidates = [];
            List<ConsensusObject> objects = [];
            List<ReviewItem> review = [];
            merger.Merge(image, candidates, objects, review);
            units.Add([.. candidates]);
            merged.Add(([.. objects], [.. review]));
        }

        return part with
        {
            Units = units.ToImmutable(),
            Merged = merged.ToImmutable(),
        };
    }

    static ImmutableArray<ImmutableArray<Unit>> ByImage(ImmutableArray<Unit> units, int images)
    {
        var byImage = units.ToLookup(unit => unit.Image);
        return [.. Enumerable.Range(0, images).Select(image => byImage[image].ToImmutableArray())];
    }
}
