using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Comparison;

/// <summary>What stands between the data and a score that can be trusted.</summary>
static class ComparisonFindings
{
    const int NamesShown = 3;

    public static ImmutableArray<Finding> Of(
        ComparisonPlan plan,
        ImagePairing pairing,
        ImmutableArray<ImageResult> images,
        int withoutLabel
    )
    {
        var found = ImmutableArray.CreateBuilder<Finding>();
        var (truth, work) = (plan.Data.Truth, plan.Data.Work);
        if (pairing.Pairs.IsEmpty)
            found.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.NoCommonImage,
                    $"No image is in both: the ground truth has {Images(pairing.TruthOnly)}, the work has {Images(pairing.WorkOnly)}. "
                        + "Images are the same by file name; compare files of the same pictures",
                    work
                )
            );
        else
        {
            if (!pairing.WorkOnly.IsEmpty)
                found.Add(
                    ScoreFinding.OfDataset(
                        ScoreProblems.ImageWithoutTruth,
                        $"{Images(pairing.WorkOnly)} of the work {Are(pairing.WorkOnly.Length)} not in the ground truth and {Are(pairing.WorkOnly.Length)} not compared",
                        work
                    )
                );
            if (!pairing.TruthOnly.IsEmpty)
                found.Add(
                    ScoreFinding.OfDataset(
                        ScoreProblems.ImageWithoutWork,
                        $"{Images(pairing.TruthOnly)} of the ground truth {Are(pairing.TruthOnly.Length)} not in the work and {Are(pairing.TruthOnly.Length)} not compared",
                        truth
                    )
                );
            if (images.All(image => image.Outcomes.IsEmpty))
                found.Add(
                    ScoreFinding.OfDataset(
                        ScoreProblems.NothingToCompare,
                        "Neither side has an annotation that can be compared in the common images, so that there is no score",
                        work
                    )
                );
        }

        AddUnknownClasses(found, plan, work);
        AddClassesOutsideGuideline(found, plan, truth);
        if (withoutLabel > 0)
            found.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.WithoutClass,
                    $"{withoutLabel} annotations name no class that their file declares and are not compared; labelspec check shows them",
                    work
                )
            );
        AddSizes(found, plan, pairing, work);
        AddShapes(found, plan, images, work);
        return found.DrainToImmutable();
    }

    static void AddUnknownClasses(ImmutableArray<Finding>.Builder found, ComparisonPlan plan, Dataset work)
    {
        var known = plan
            .Data.Truth.Categories.Names.ToArray()
            .Select((_, category) => plan.Labels.OfTruth(category))
            .ToHashSet();
        if (known.Count == 0)
            return;
        var unknown = plan
            .Data.Work.Categories.Names.ToArray()
            .Select((_, category) => plan.Labels.OfWork(category))
            .Where(label => !known.Contains(label) && plan.Labels.ClassOf(label) is null)
            .Distinct()
            .Select(label => plan.Labels.Names[label])
            .ToList();
        if (unknown.Count > 0)
            found.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.UnknownClass,
                    $"The ground truth has no class {Some(unknown)}: annotations of it are extra or wrongly labeled",
                    work
                )
            );
    }

    static void AddClassesOutsideGuideline(ImmutableArray<Finding>.Builder found, ComparisonPlan plan, Dataset truth)
    {
        if (!plan.HasGuideline)
            return;
        // Of classes that only the work has is told above.
        var unknown = truth
            .Categories.Names.ToArray()
            .Select((_, category) => plan.Labels.OfTruth(category))
            .Where(label => plan.Labels.ClassOf(label) is null)
            .Distinct()
            .Select(label => plan.Labels.Names[label])
            .ToList();
        if (unknown.Count > 0)
            found.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.NotInGuideline,
                    $"The guideline has no class {Some(unknown)}: work by another guideline, or another version of it, is judged by its own names",
                    truth
                )
            );
    }

    static void AddSizes(ImmutableArray<Finding>.Builder found, ComparisonPlan plan, ImagePairing pairing, Dataset work)
    {
        var (truths, works) = (plan.Data.Truth.Images, plan.Data.Work.Images);
        var different = new List<string>();
        foreach (var pair in pairing.Pairs)
        {
            int left = pair.TruthRows[0],
                right = pair.WorkRows[0];
            if (
                truths.Widths[left] > 0
                && works.Widths[right] > 0
                && (truths.Widths[left] != works.Widths[right] || truths.Heights[left] != works.Heights[right])
            )
                different.Add(pair.Name);
        }

        if (different.Count > 0)
            found.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.DifferentSize,
                    $"{Count(different.Count, "image")} ({Some(different)}) {(different.Count == 1 ? "has" : "have")} another size in the work than in the ground truth: coordinates may not mean the same",
                    work
                )
            );
    }

    // Everything of a label missing in one pool and extra in another: the sides drew different shapes.
    static void AddShapes(
        ImmutableArray<Finding>.Builder found,
        ComparisonPlan plan,
        ImmutableArray<ImageResult> images,
        Dataset work
    )
    {
        var pools = new SortedDictionary<(int Label, ShapePool Pool), (long Truth, long Work)>();
        foreach (var image in images)
        foreach (var outcome in image.Outcomes)
        {
            if (outcome.Truth >= 0)
            {
                var (truths, works) = pools.GetValueOrDefault((outcome.TruthLabel, outcome.Pool));
                pools[(outcome.TruthLabel, outcome.Pool)] = (truths + 1, works);
            }

            if (outcome.Work >= 0)
            {
                var (truths, works) = pools.GetValueOrDefault((outcome.WorkLabel, outcome.Pool));
                pools[(outcome.WorkLabel, outcome.Pool)] = (truths, works + 1);
            }
        }

        foreach (var label in pools.GroupBy(entry => entry.Key.Label))
        {
            var onlyTruth = label.FirstOrDefault(entry => entry.Value is { Truth: > 0, Work: 0 });
            var onlyWork = label.FirstOrDefault(entry => entry.Value is { Truth: 0, Work: > 0 });
            if (onlyTruth.Value.Truth > 0 && onlyWork.Value.Work > 0)
                found.Add(
                    ScoreFinding.OfDataset(
                        ScoreProblems.DifferentShapes,
                        $"{plan.Labels.Names[label.Key]} is {ShapePoolName.Of(onlyTruth.Key.Pool)} in the ground truth and {ShapePoolName.Of(onlyWork.Key.Pool)} in the work: shapes of different kinds are never a pair",
                        work
                    )
                );
        }
    }

    static string Images(ImmutableArray<string> names) =>
        names.IsEmpty ? "none" : $"{Count(names.Length, "image")} ({Some(names)})";

    static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    static string Are(int count) => count == 1 ? "is" : "are";

    static string Some(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(NamesShown)) + (names.Count > NamesShown ? ", …" : "");
}
