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
                    (images[i], var ofKeypoints) = comparer.Compare(pairs[i]);
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
        var files = WorkHierarchy.FilesOf(request.Work);
        var part = new ComparisonPart(request, pairing, withoutLabel);
        return new()
        {
            Profile = request.Profile,
            Parameters = request.Parameters,
            Labels = plan.Labels.Names,
            LabelOrder = plan.Labels.Order,
            Attributes = plan.Attributes.Names,
            Images = results,
            Files = files,
            Keypoints = plan.Keypoints is null
                ? null
                : new()
                {
                    Profile = request.Profile,
                    Parameters = request.Parameters,
                    Labels = plan.Keypoints.Names,
                    LabelOrder = [.. plan.Keypoints.Names.Select(_ => int.MaxValue)],
                    Attributes = [],
                    Images = [.. keypoints],
                    Files = files,
                    Part = part,
                },
            Part = part,
            Findings = ComparisonFindings.Of(plan, pairing, results, withoutLabel),
        };
    }
}
