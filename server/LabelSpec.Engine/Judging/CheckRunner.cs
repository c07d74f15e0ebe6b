using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Checks.Crossing;
using LabelSpec.Engine.Sharding;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>
/// Runs checks over a data set on all cores: annotations by ranges of rows, then images, then tracks, then what concerns the whole. What
/// comes out does not depend on how the work was spread.
/// </summary>
/// <param name="context">The data.</param>
/// <param name="runs">The checks to run.</param>
/// <param name="firstSource">The number of the first run among all sources of the analysis.</param>
/// <param name="sources">How many sources the analysis has.</param>
/// <param name="shard">The share of the work that is done.</param>
sealed class CheckRunner(CheckContext context, IReadOnlyList<CheckRun> runs, int firstSource, int sources, Shard shard)
{
    const int RowsAtOnce = 2048;
    const int ImagesAtOnce = 256;
    const int TracksAtOnce = 64;

    readonly BigDataMemory memory = new(context.Dataset);

    public ViolationLog Run(int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var log = new ViolationLog(sources);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        if (runs.Any(run => run.Check is ColumnCheck or ShapeCheck))
            ForRanges(context.Dataset.Annotations.Count, RowsAtOnce, options, log, (w, f, e) => w.JudgeRows(f, e));
        progress?.Report(0.6);
        if (runs.Any(run => run.Check is ImageCheck or PairCheck or ExactDuplicate))
            ForRanges(context.Dataset.Images.Count, ImagesAtOnce, options, log, (w, f, e) => w.JudgeImages(f, e));
        progress?.Report(0.8);
        if (runs.Any(run => run.Check is TrackCheck))
            ForRanges(context.Dataset.Tracks.Count, TracksAtOnce, options, log, (w, f, e) => w.JudgeTracks(f, e));
        progress?.Report(0.9);
        if (shard.JudgesWhole)
            JudgeDataset(options, log);
        progress?.Report(1);
        return log;
    }

    void JudgeDataset(ParallelOptions options, ViolationLog log) =>
        Parallel.For(
            0,
            NewWorker().DatasetChecks,
            options,
            NewWorker,
            (check, _, worker) =>
            {
                worker.JudgeDataset(check, options);
                memory.GiveBackMuch();
                return worker;
            },
            worker => AddTo(log, worker)
        );

    CheckWorker NewWorker() => new(context, runs, firstSource, sources);

    void ForRanges(int count, int size, ParallelOptions options, ViolationLog log, Action<CheckWorker, int, int> judge)
    {
        var ranges = (count + size - 1) / size;
        Parallel.For(
            0,
            ranges,
            options,
            NewWorker,
            (range, _, worker) =>
            {
                if (shard.Judges(range))
                    judge(worker, range * size, Math.Min(count, (range + 1) * size));
                return worker;
            },
            worker => AddTo(log, worker)
        );
    }

    static void AddTo(ViolationLog log, CheckWorker worker)
    {
        lock (log)
            log.Add(worker.Log);
    }
}
