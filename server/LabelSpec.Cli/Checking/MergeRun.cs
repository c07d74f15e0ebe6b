using System.Collections.Immutable;
using LabelSpec.Cli.Running;
using LabelSpec.Engine;
using LabelSpec.Engine.Sharding;

namespace LabelSpec.Cli.Checking;

/// <summary>One run of <c>labelspec merge</c>: joins the shares of all shards and reports them as one check.</summary>
sealed class MergeRun(CommandContext context)
{
    /// <param name="paths">The partial results, in any order.</param>
    /// <param name="withReport">Completes what the shards were asked for with what this report is to be.</param>
    public int Run(IReadOnlyList<string> paths, Func<CheckArguments, CheckArguments> withReport)
    {
        var partials = paths
            .Select(path => (Path: path, Partial: Load(path)))
            .OrderBy(each => each.Partial.Shard.Number)
            .ToList();
        RequireWhole(partials);
        var shares = Sum(partials);
        var next = 0;
        var request =
            ShardRequest.Parse(partials[0].Partial.Request)
            ?? throw CommandFailure.Unreadable($"{partials[0].Path} does not say what was judged; run its shard again");
        return new CheckRun(context, withReport(request.ToArguments()))
        {
            ReadsPipes = false,
            Analyse = (_, data) => Finish(data, next < shares.Length ? shares[next++] : null),
        }.Once();
    }

    static Partial Load(string path)
    {
        if (!File.Exists(path))
            throw CommandFailure.Unreadable($"there is no partial result {path}");
        return PartialFile.TryRead(File.ReadAllBytes(path), out var partial, out var problem)
            ? partial
            : throw CommandFailure.Unreadable(
                $"the partial result {path} cannot be used: {problem}; run its shard again"
            );
    }

    static void RequireWhole(List<(string Path, Partial Partial)> partials)
    {
        var (firstPath, first) = partials[0];
        foreach (var (path, partial) in partials)
        {
            if (partial.Tool != ToolVersion.Text)
                throw CommandFailure.Unreadable(
                    $"{path} was written by labelspec {partial.Tool}, this is {ToolVersion.Text}; use one version for all"
                );
            if (partial.Shard.Count != first.Shard.Count || partial.Request != first.Request)
                throw CommandFailure.Unreadable($"{path} and {firstPath} are shares of different checks");
        }

        foreach (var same in partials.GroupBy(each => each.Partial.Shard.Number).Where(group => group.Count() > 1))
            throw CommandFailure.Unreadable(
                $"{string.Join(" and ", same.Select(each => each.Path))} are the same shard, {same.First().Partial.Shard}"
            );
        var missing = Enumerable
            .Range(1, first.Shard.Count)
            .Except(partials.Select(each => each.Partial.Shard.Number))
            .ToList();
        if (missing.Count > 0)
            throw CommandFailure.Unreadable(
                $"of {first.Shard.Count} shards {missing.Count} are missing: {string.Join(", ", missing.Take(20))}"
                    + (missing.Count > 20 ? " …" : "")
            );
    }

    static ImmutableArray<PartialShare> Sum(List<(string Path, Partial Partial)> partials)
    {
        var (firstPath, first) = partials[0];
        foreach (var (path, partial) in partials.Skip(1))
        {
            if (!partial.Shares.Select(share => share.Digest).SequenceEqual(first.Shares.Select(share => share.Digest)))
                throw CommandFailure.Unreadable(
                    $"{path} and {firstPath} judged different data or by different rules: a file changed between the "
                        + "shards; run them again"
                );
            for (var i = 0; i < first.Shares.Length; i++)
                first.Shares[i].Share.Add(partial.Shares[i].Share);
        }

        return first.Shares;
    }

    static AnalysisResult Finish(AnalysisRequest request, PartialShare? share) =>
        share is not null && share.Digest == AnalysisDigest.Of(request)
            ? Analysis.Finish(request, share.Share)
            : throw CommandFailure.Unreadable(
                "the data, the guideline or the project file changed since the shards ran; run them again"
            );
}
