using System.Diagnostics;
using LabelSpec.Engine.Judging;
using LabelSpec.Engine.Sharding;

namespace LabelSpec.Engine;

/// <summary>The one question that every face asks: what is wrong with these annotations?</summary>
public static class Analysis
{
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static AnalysisResult Run(AnalysisRequest request)
    {
        var clock = Stopwatch.StartNew();
        var run = new AnalysisRun(request with { Shard = Shard.Whole });
        return Timed(run.Finish(run.Judge()), clock);
    }

    /// <summary>Judges the request's shard. The shares of all shards add up to what <see cref="Finish"/> needs.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static JudgedShare Judge(AnalysisRequest request) => new AnalysisRun(request).Judge();

    /// <summary>The result of a request of which all shards were judged, the same as <see cref="Run"/> gives.</summary>
    /// <param name="request">The data and the rules that all shards had.</param>
    /// <param name="all">The sum of all shares.</param>
    /// <exception cref="ArgumentException">The shares are of other rules.</exception>
    public static AnalysisResult Finish(AnalysisRequest request, JudgedShare all)
    {
        var clock = Stopwatch.StartNew();
        var run = new AnalysisRun(request);
        if (!run.Sources.Select(source => source.Rule).SequenceEqual(all.Rules))
            throw new ArgumentException("The shares are of other rules.", nameof(all));
        run.Adopt(all);
        return Timed(run.Finish(all), clock);
    }

    static AnalysisResult Timed(AnalysisResult result, Stopwatch clock) =>
        result with
        {
            Summary = result.Summary with { Duration = clock.Elapsed },
        };
}
