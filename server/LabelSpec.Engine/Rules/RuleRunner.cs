using LabelSpec.Engine.Rules.Judging;
using LabelSpec.Engine.Sharding;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Rules;

/// <summary>
/// Judges a data set by the rules of a guideline on all cores: first what rules count over the whole data, then image by
/// image and track by track, then the data as a whole. What comes out depends neither on how the work was spread nor on the
/// order of the annotations.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="sources">How many sources the analysis has.</param>
public sealed class RuleRunner(RuleSet rules, int sources)
{
    const int ImagesAtOnce = 128;
    const int TracksAtOnce = 64;

    readonly RuleProgram program = rules.Program;

    /// <summary>Looks at all pairs, however many: what the short cuts of pair rules are tested against.</summary>
    internal bool LookAtAllPairs { get; init; }

    /// <summary>Keeps what could not be decided, and not only how often.</summary>
    internal bool KeepsUndecided { get; init; }

    /// <summary>The share of images and tracks that is judged. What rules count, they count over all.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>How many pairs were evaluated by the last run.</summary>
    internal long PairsEvaluated { get; private set; }

    public ViolationLog Run(int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        return Judge(options, Prepare(options), progress);
    }

    /// <summary>Finds what judging needs of the whole data, and keeps it in the program.</summary>
    internal void Prepare(int threads, CancellationToken cancellation) =>
        program.Globals = Prepare(
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }
        );

    /// <summary>Judges single images, once prepared or run.</summary>
    internal ViolationLog JudgeImages(IEnumerable<int> images)
    {
        var worker = NewWorker(program.Globals);
        if (rules.JudgesImages)
            foreach (var image in images)
                worker.JudgeImage(image);
        return worker.Log;
    }

    /// <summary>Judges the data as a whole, once prepared.</summary>
    internal ViolationLog JudgeDataset()
    {
        var worker = NewWorker(program.Globals);
        worker.JudgeDataset();
        return worker.Log;
    }

    double[] Prepare(ParallelOptions options)
    {
        var globals = new double[program.Totals.Count];
        FindIgnored(options, globals);
        for (var level = 0; level <= rules.HighestLevel; level++)
            Read(Collect(level, options, globals), level, globals);
        return globals;
    }

    /// <summary>Judges with totals that were collected elsewhere, such as by all shards of the data together.</summary>
    public ViolationLog Run(RuleTotals totals, int threads, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var globals = new double[program.Totals.Count];
        FindIgnored(options, globals);
        Read(totals, 0, globals);
        return Judge(options, globals, null);
    }

    /// <summary>What was counted over the whole data by the last run, in the order of the guideline.</summary>
    internal ReadOnlySpan<double> Globals => program.Globals;

    /// <summary>Makes the rules explain violations that were found elsewhere, with what was counted there.</summary>
    internal void Adopt(ReadOnlySpan<double> globals, int threads, CancellationToken cancellation)
    {
        program.Globals = globals.ToArray();
        FindIgnored(
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            program.Globals
        );
    }

    /// <summary>What rules count over the whole data, as far as this part of it is concerned.</summary>
    /// <exception cref="NotSupportedException">
    /// Something is counted by means of other totals (<see cref="RuleSet.TotalsNeedOnePass"/>), so the totals of the whole data are
    /// needed first.
    /// </exception>
    public RuleTotals CollectTotals(int threads, CancellationToken cancellation)
    {
        if (!rules.TotalsNeedOnePass)
            throw new NotSupportedException("Totals that depend on other totals cannot be collected part by part.");
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        return Collect(0, options, new double[program.Totals.Count]);
    }

    ViolationLog Judge(ParallelOptions options, double[] globals, IProgress<double>? progress)
    {
        var data = program.Data;
        program.Globals = globals;
        var log = NewLog();
        var images = data.Dataset.Images.Count;
        var done = 0;
        PairsEvaluated = 0;
        if (rules.JudgesImages)
            ForRanges(
                images,
                ImagesAtOnce,
                options,
                () => NewWorker(globals),
                (worker, first, end) =>
                {
                    for (var image = first; Shard.Judges(first / ImagesAtOnce) && image < end; image++)
                        worker.JudgeImage(image);
                    progress?.Report(Interlocked.Add(ref done, end - first) / (double)images);
                },
                worker => AddTo(log, worker)
            );
        if (rules.JudgesTracks)
            ForRanges(
                data.Tracks.Count,
                TracksAtOnce,
                options,
                () => NewWorker(globals),
                (worker, first, end) =>
                {
                    for (var track = first; Shard.Judges(first / TracksAtOnce) && track < end; track++)
                        worker.JudgeTrack(track);
                },
                worker => AddTo(log, worker)
            );
        if (Shard.JudgesWhole)
        {
            var whole = NewWorker(globals);
            whole.JudgeDataset();
            AddTo(log, whole);
        }

        return log;
    }

    RuleWorker NewWorker(double[] globals) => new(program, globals, NewLog(), LookAtAllPairs);

    ViolationLog NewLog() => new(sources) { KeepsUndecided = KeepsUndecided };

    void FindIgnored(ParallelOptions options, double[] globals)
    {
        var data = program.Data;
        data.Ignored = null;
        if (!data.HasIgnoreClasses)
            return;
        var ignored = new bool[data.Annotations.Count];
        ForRanges(
            data.Dataset.Images.Count,
            ImagesAtOnce,
            options,
            () => program.NewFrame(globals),
            (frame, first, end) =>
            {
                for (var image = first; image < end; image++)
                {
                    frame.Enter(image);
                    IgnoredRows.Mark(data, frame, program.IgnoreSet, ignored);
                }
            },
            static _ => { }
        );
        data.Ignored = ignored;
    }

    RuleTotals Collect(int level, ParallelOptions options, double[] globals)
    {
        var all = new RuleTotals(program.Totals.Count);
        ForRanges(
            program.Data.Dataset.Images.Count,
            ImagesAtOnce,
            options,
            () => (Frame: program.NewFrame(globals), Totals: new RuleTotals(program.Totals.Count)),
            (worker, first, end) =>
            {
                for (var image = first; image < end; image++)
                {
                    worker.Frame.Enter(image);
                    for (var i = 0; i < program.Totals.Count; i++)
                        if (program.Totals[i].Level == level)
                            program
                                .Totals[i]
                                .AddImage(
                                    worker.Frame,
                                    program.Data.Annotations.OfImage(image),
                                    worker.Totals.States[i]
                                );
                }
            },
            worker =>
            {
                lock (all)
                    all.Add(worker.Totals);
            }
        );
        return all;
    }

    void Read(RuleTotals totals, int level, double[] globals)
    {
        for (var i = 0; i < globals.Length; i++)
            if (program.Totals[i].Level == level)
                globals[i] = program.Totals[i].Read(totals.States[i]);
    }

    void AddTo(ViolationLog log, RuleWorker worker)
    {
        lock (log)
        {
            log.Add(worker.Log);
            PairsEvaluated += worker.Frame.PairsEvaluated;
        }
    }

    static void ForRanges<T>(
        int count,
        int size,
        ParallelOptions options,
        Func<T> newWorker,
        Action<T, int, int> judge,
        Action<T> finish
    ) =>
        Parallel.For(
            0,
            (count + size - 1) / size,
            options,
            newWorker,
            (range, _, worker) =>
            {
                judge(worker, range * size, Math.Min(count, (range + 1) * size));
                return worker;
            },
            finish
        );
}
