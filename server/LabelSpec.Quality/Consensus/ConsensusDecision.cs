using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Consensus.Models;

namespace LabelSpec.Quality.Consensus;

/// <summary>
/// The last step of a consensus, over all parts of the evidence together. Images and classes are taken in ordinal order of
/// their names, so that sums of votes come out the same to the last bit however the images were parted.
/// </summary>
sealed class ConsensusDecision
{
    readonly ConsensusEvidence evidence;
    readonly AnnotatorParts whole;
    readonly CancellationToken cancellation;
    readonly ImmutableArray<string> classes;
    readonly int[][] classOf;
    readonly ImmutableArray<(int Part, int Image)> images;

    public ConsensusDecision(ConsensusEvidence evidence, AnnotatorParts whole, CancellationToken cancellation)
    {
        (this.evidence, this.whole, this.cancellation) = (evidence, whole, cancellation);
        classes =
        [
            .. evidence
                .Parts.SelectMany(part => part.Plan.Classes.Names)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        classOf =
        [
            .. evidence.Parts.Select(part =>
                part.Plan.Classes.Names.Select(name => classes.BinarySearch(name, StringComparer.Ordinal)).ToArray()
            ),
        ];
        images =
        [
            .. evidence
                .Parts.SelectMany(
                    (part, at) => Enumerable.Range(0, part.Plan.Images.Count).Select(image => (at, image))
                )
                .OrderBy(one => evidence.Parts[one.at].Plan.Images.NameOf(one.image), StringComparer.Ordinal)
                .ThenBy(one => evidence.Parts[one.at].Plan.Images.KeyOf(one.image), StringComparer.Ordinal),
        ];
    }

    public ConsensusResult Decide()
    {
        List<(int Image, Unit Unit)> units =
        [
            .. images.SelectMany(
                (one, image) =>
                    evidence
                        .Parts[one.Part]
                        .Units[one.Image]
                        .Select(unit => (image, Renumbered(unit, classOf[one.Part])))
            ),
        ];
        var estimate = Estimate(units);
        List<ConsensusObject> objects = [];
        List<ReviewItem> review = [];
        if (evidence.Settings.Method == ConsensusMethod.Cvat)
            AddMerged(objects, review);
        else
            Decide(units, estimate, objects, review);
        var result = new ConsensusResult
        {
            Settings = evidence.Settings,
            Annotators = evidence.Annotators,
            Categories = [.. whole.Annotators.Select(annotator => annotator.Dataset.Categories).Distinct()],
            Images =
            [
                .. images.Select(one =>
                {
                    var plan = evidence.Parts[one.Part].Plan;
                    return new ConsensusImage(plan.Images, one.Image, plan.Annotators);
                }),
            ],
            Classes = classes,
            Objects = [.. objects],
            Review = [.. review],
            Skills = [.. estimate.Skills],
            Findings = [],
        };
        return result with
        {
            Findings = [.. whole.Findings(evidence.Settings.Guideline), .. ConsensusFindings.Of(result)],
        };
    }

    void Decide(
        List<(int Image, Unit Unit)> units,
        LabelEstimate estimate,
        List<ConsensusObject> objects,
        List<ReviewItem> review
    )
    {
        UnitDecision[] decisions =
        [
            .. evidence.Parts.Select(part => new UnitDecision(part, classes, evidence.Settings, estimate.Skills)),
        ];
        for (var i = 0; i < units.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (image, unit) = units[i];
            var decision = decisions[images[image].Part].Decide(unit, estimate.Of(i).ToArray());
            if (decision.Object is { } one)
                objects.Add(one with { Image = image });
            review.AddRange(decision.Review.Select(item => item with { Image = image }));
        }
    }

    void AddMerged(List<ConsensusObject> objects, List<ReviewItem> review)
    {
        for (var image = 0; image < images.Length; image++)
        {
            var (part, own) = images[image];
            var merged = evidence.Parts[part].Merged!.Value[own];
            objects.AddRange(
                merged.Objects.Select(one => one with { Image = image, Class = classOf[part][one.Class] })
            );
            review.AddRange(merged.Review.Select(item => item with { Image = image }));
        }
    }

    static Unit Renumbered(Unit unit, int[] classOf) =>
        unit with
        {
            Classes = [.. unit.Classes.Select(category => category < 0 ? -1 : classOf[category])],
        };

    // To have drawn nothing is an answer.
    LabelEstimate Estimate(List<(int Image, Unit Unit)> units)
    {
        var votes = new LabelVotes(units.Count, evidence.Annotators.Length, classes.Length + 1);
        foreach (var (at, (image, unit)) in units.Index())
        {
            var looked = evidence.Parts[images[image].Part].Plan.Images;
            for (var annotator = 0; annotator < votes.Workers; annotator++)
                if (looked.LookedAt(unit.Image, annotator) && !unit.Excused[annotator])
                    votes.Add(at, annotator, UnitAnswer.Of(unit, annotator));
        }

        return evidence.Settings.Method switch
        {
            ConsensusMethod.DawidSkene => DawidSkene.Fit(votes),
            ConsensusMethod.Mace => Mace.Fit(votes),
            ConsensusMethod.Weighted => WeightedVote.Fit(votes),
            _ => MajorityVote.Fit(votes),
        };
    }
}
