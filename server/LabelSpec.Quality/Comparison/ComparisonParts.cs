using System.Collections.Immutable;
using LabelSpec.Annotations.Building;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Comparison;

/// <summary>Joins results over parts of the images into the result of one run over all of their files.</summary>
static class ComparisonParts
{
    public static ComparisonResult Join(IReadOnlyList<ComparisonResult> results)
    {
        for (var i = 1; i < results.Count; i++)
        for (var before = 0; before < i; before++)
            RequireApart(results[before], results[i]);
        var truth = JoinedDataset.Of([.. results.Select(result => result.Part.Request.Truth)]);
        var work = JoinedDataset.Of([.. results.Select(result => result.Part.Request.Work)]);
        var request = results[0].Part.Request with { Truth = truth.Dataset, Work = work.Dataset };
        var pairing = ImagePairFinder.Find(request.Truth, request.Work);
        // A shortened name may tell an image in a part and not in the whole, an image may be in several parts, and a part may know
        // no classes.
        if (
            !Show([pairing]).SequenceEqual(Show(results.Select(result => result.Part.Pairing)), StringComparer.Ordinal)
            || !results.All(result =>
                ClassList.NameAlike(result.Part.Request.Truth, request.Truth)
                && ClassList.NameAlike(result.Part.Request.Work, request.Work)
            )
        )
            return DatasetComparison.Run(request);
        var plan = new ComparisonPlan(request);
        return Sum(
            plan,
            new(request, pairing, results.Sum(result => result.Part.WithoutLabel)),
            [
                .. results.Select(
                    (result, i) =>
                        (
                            result,
                            new PartRows(
                                plan.Data,
                                truth.ImagesOf(i),
                                truth.AnnotationsOf(i),
                                work.ImagesOf(i),
                                work.AnnotationsOf(i)
                            )
                        )
                ),
            ]
        );
    }

    static ComparisonResult Sum(
        ComparisonPlan plan,
        ComparisonPart part,
        IReadOnlyList<(ComparisonResult Result, PartRows Rows)> results
    )
    {
        var first = results[0].Result;
        var images = ImagesOf(results, plan.Labels.Names, plan.Attributes.Names);
        var whole = first with
        {
            Labels = plan.Labels.Names,
            LabelOrder = plan.Labels.Order,
            Attributes = plan.Attributes.Names,
            Images = images,
            Files = WorkHierarchy.FilesOf(plan.Data.Work),
            Part = part,
            Findings = ComparisonFindings.Of(plan, part.Pairing, images, part.WithoutLabel),
        };
        return whole with
        {
            Keypoints = plan.Keypoints?.ResultOf(
                whole,
                ImagesOf(results, each => each.Keypoints!, plan.Keypoints.Names)
            ),
            Requirements =
            [
                .. plan.Requirements.Select(
                    (requirement, at) =>
                        requirement.ResultOf(
                            whole,
                            ImagesOf(
                                results,
                                each => each.Requirements[at].Result,
                                requirement.Labels,
                                requirement.Attributes.Names
                            )
                        )
                ),
            ],
        };
    }

    static ImmutableArray<ImageResult> ImagesOf(
        IEnumerable<(ComparisonResult Result, PartRows Rows)> results,
        Func<ComparisonResult, ComparisonResult> of,
        ImmutableArray<string> labels,
        params ImmutableArray<string> attributes
    ) => ImagesOf(results.Select(each => (of(each.Result), each.Rows)), labels, attributes);

    static ImmutableArray<ImageResult> ImagesOf(
        IEnumerable<(ComparisonResult Result, PartRows Rows)> results,
        ImmutableArray<string> labels,
        ImmutableArray<string> attributes
    ) =>
        [
            .. results
                .SelectMany(each =>
                {
                    int[] label = [.. each.Result.Labels.Select(name => labels.IndexOf(name))];
                    int[] attribute = [.. each.Result.Attributes.Select(name => attributes.IndexOf(name))];
                    return each.Result.Images.Select(image => each.Rows.Renumbered(image, label, attribute));
                })
                .OrderBy(image => image.Name, StringComparer.Ordinal),
        ];

    static void RequireApart(ComparisonResult first, ComparisonResult other)
    {
        if (first.Profile != other.Profile)
            throw new ArgumentException("Results by another profile cannot be joined.", nameof(other));
        if (!first.Requirements.Select(NameOf).SequenceEqual(other.Requirements.Select(NameOf), StringComparer.Ordinal))
            throw new ArgumentException("Results by other requirements cannot be joined.", nameof(other));
        PartImages.RequireApart([first.Part.Request.Truth], [other.Part.Request.Truth]);
        PartImages.RequireApart([first.Part.Request.Work], [other.Part.Request.Work]);
    }

    static string NameOf(RequirementResult result) => result.Requirement.Name;

    static IEnumerable<string> Show(IEnumerable<ImagePairing> pairings) =>
        pairings
            .SelectMany(pairing =>
                pairing
                    .Pairs.Select(pair => $"{pair.Name} {pair.TruthRows.Length} {pair.WorkRows.Length}")
                    .Concat(pairing.TruthOnly.Select(name => $"{name} 1 0"))
                    .Concat(pairing.WorkOnly.Select(name => $"{name} 0 1"))
            )
            .Order(StringComparer.Ordinal);
}
