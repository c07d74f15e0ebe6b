using System.Collections.Concurrent;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Matches all images, on all threads.</summary>
static class CocoMatcher
{
    const int GroupsPerTask = 256;

    public static CocoMatches Match(CocoInput input, CocoSettings settings, CancellationToken cancellation)
    {
        var index = GroupIndex.Build(input, settings.MaxDetections[^1]);
        var matches = Allocate(input, settings, index);
        CountPositives(input, matches);
        Parallel.ForEach(
            Partitioner.Create(0, Math.Max(1, index.Groups.Length), GroupsPerTask),
            Parallelism.Of(settings, cancellation),
            () => new GroupMatcher(input, index, matches),
            (range, _, matcher) =>
            {
                for (var i = range.Item1; i < Math.Min(range.Item2, index.Groups.Length); i++)
                    matcher.Match(index.Groups[i]);
                return matcher;
            },
            _ => { }
        );
        return matches;
    }

    static CocoMatches Allocate(CocoInput input, CocoSettings settings, GroupIndex index)
    {
        var kept = index.FirstResultOfCategory[^1];
        var classes = settings.AreaRanges.Length;
        return new()
        {
            Settings = settings,
            CategoryNames = [.. input.CategoryNames],
            ImageKeys = input.ImageKeys,
            FirstOfCategory = index.FirstResultOfCategory,
            Images = new int[kept],
            Scores = new double[kept],
            Ranks = new int[kept],
            Matched = [.. Enumerable.Range(0, classes).Select(_ => new uint[kept])],
            Ignored = [.. Enumerable.Range(0, classes).Select(_ => new uint[kept])],
            Positives = new int[input.CategoryNames.Length * classes],
        };
    }

    static void CountPositives(CocoInput input, CocoMatches matches)
    {
        var classes = matches.Settings.AreaRanges;
        for (var i = 0; i < input.Truths.Count; i++)
        for (var area = 0; area < classes.Length; area++)
            if (!input.Truths.IsIgnored[i] && classes[area].Holds(input.Truths.Areas[i]))
                matches.Positives[input.Truths.Categories[i] * classes.Length + area]++;
    }
}
