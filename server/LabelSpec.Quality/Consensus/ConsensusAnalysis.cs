using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Consensus.Cvat;
using LabelSpec.Quality.Consensus.Models;

namespace LabelSpec.Quality.Consensus;

/// <summary>Makes one annotation of what several people drew.</summary>
public static class ConsensusAnalysis
{
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public static ConsensusResult Run(
        IReadOnlyList<AnnotatorWork> annotators,
        ConsensusSettings settings,
        CancellationToken cancellation = default
    )
    {
        var images = new SharedImages(annotators);
        var classes = new ClassList(annotators);
        var plan = new ShapePlan(
            annotators,
            images,
            classes,
            ConsensusProfiles.Of(settings),
            ConsensusProfiles.ParametersOf(settings),
            settings.Overlap
        );
        var finder = new UnitFinder(plan, settings.Threads, cancellation);
        List<ConsensusObject> objects = [];
        List<ReviewItem> review = [];
        LabelEstimate estimate;
        if (settings.Method == ConsensusMethod.Cvat)
        {
            var merger = new CvatMerger(plan, settings);
            List<Unit> units = [];
            foreach (var image in finder.Shapes)
            {
                cancellation.ThrowIfCancellationRequested();
                merger.Merge(image, units, objects, review);
            }

            estimate = Estimate([.. units], images, classes, settings.Method);
        }
        else
        {
            var units = finder.At(settings.Overlap).Units;
            estimate = Estimate(units, images, classes, settings.Method);
            var decision = new UnitDecision(annotators, images, classes, finder, settings, estimate.Skills);
            for (var unit = 0; unit < units.Length; unit++)
            {
                cancellation.ThrowIfCancellationRequested();
                decision.Decide(units[unit], estimate.Of(unit).ToArray(), objects, review);
            }
        }

        var result = new ConsensusResult
        {
            Settings = settings,
            Annotators = annotators,
            Images = images,
            Classes = classes,
            Objects = [.. objects],
            Review = [.. review],
            Skills = [.. estimate.Skills],
            Findings = [],
        };
        return result with
        {
            Findings = [.. new AnnotatorFindings(plan, finder).Find(), .. ConsensusFindings.Of(result)],
        };
    }

    // To have drawn nothing is an answer: label 0.
    static LabelEstimate Estimate(
        ImmutableArray<Unit> units,
        SharedImages images,
        ClassList classes,
        ConsensusMethod method
    )
    {
        var votes = new LabelVotes(units.Length, images.Annotators, classes.Names.Length + 1);
        for (var unit = 0; unit < units.Length; unit++)
        for (var annotator = 0; annotator < images.Annotators; annotator++)
            if (images.LookedAt(units[unit].Image, annotator) && !units[unit].Excused[annotator])
                votes.Add(unit, annotator, units[unit].Rows[annotator] < 0 ? 0 : units[unit].Classes[annotator] + 1);
        return method switch
        {
            ConsensusMethod.DawidSkene => DawidSkene.Fit(votes),
            ConsensusMethod.Mace => Mace.Fit(votes),
            ConsensusMethod.Weighted => WeightedVote.Fit(votes),
            _ => MajorityVote.Fit(votes),
        };
    }
}
