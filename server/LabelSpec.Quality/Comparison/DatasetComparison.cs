using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>Compares work with ground truth over the pictures that both hold.</summary>
public static class DatasetComparison
{
    // So many pictures are compared at once by one thread: enough that sharing them costs nothing.
    const int PicturesAtOnce = 64;

    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static ComparisonResult Run(ComparisonRequest request)
    {
        var plan = new ComparisonPlan(request);
        var pairing = ImagePairFinder.Find(request.Truth, request.Work);
        var pairs = plan.Strategies.ComparesJobsApart ? JobPairs.Of(pairing.Pairs, request.Work) : pairing.Pairs;
        var images = new ImageResult[pairs.Length];
        var keypoints = new ImageResult[plan.Keypoints is null ? 0 : pairs.Length];
        var requirements = new ImageResult[pairs.Length][];
        var withoutLabel = 0;
        var done = 0;
        Parallel.For(
            0,
            (images.Length + PicturesAtOnce - 1) / PicturesAtOnce,
            new ParallelOptions { MaxDegreeOfParallelism = request.Threads, CancellationToken = request.Cancellation },
            () => new ImageComparer(plan),
            (slice, _, comparer) =>
            {
                var end = Math.Min(images.Length, (slice + 1) * PicturesAtOnce);
                for (var i = slice * PicturesAtOnce; i < end; i++)
                {
                    (images[i], var ofKeypoints, requirements[i]) = comparer.Compare(pairs[i]);
                    if (ofKeypoints is not null)
                        keypoints[i] = ofKeypoints;
                }

                request.Progress?.Report(
                    Interlocked.Add(ref done, end - slice * PicturesAtOnce) / (double)images.Length
                );
                return comparer;
            },
            comparer => Interlocked.Add(ref withoutLabel, comparer.WithoutLabel)
        );
        ImmutableArray<ImageResult> results = [.. images];
        var whole = new ComparisonResult
        {
            Profile = request.Profile,
            Parameters = request.Parameters,
            Labels = plan.Labels.Names,
            LabelOrder = plan.Labels.Order,
            Attributes = plan.Attributes.Names,
            Images = results,
            Files = WorkHierarchy.FilesOf(request.Work),
            Part = new(request, pairing, withoutLabel),
        };
        return whole with
        {
            Keypoints = plan.Keypoints is null ? null : plan.Keypoints.ResultOf(whole, [.. keypoints]),
            RequirementCount = plan.Keypoints is null ? null : request.Requirements?.Requirements.Length,
            Requirements =
            [
                .. plan.Requirements.Select(
                    (requirement, at) => requirement.ResultOf(whole, [.. requirements.Select(image => image[at])])
                ),
            ],
            Findings = ComparisonFindings.Of(plan, pairing, results, withoutLabel),
        };
    }
}
