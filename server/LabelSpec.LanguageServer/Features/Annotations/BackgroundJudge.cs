using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>
/// Judges the data sets of the workspace from disk: files that are not open, and those that are too large for editors. One at a
/// time, on half of the cores, so that it is never in the way of typing; again when a guideline, a project or a file changed, and at once
/// where that makes what is being judged out of date. What somebody cancels is left until something of it changes.
/// </summary>
sealed class BackgroundJudge
{
    static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(300);

    readonly ServerServices _services;
    readonly ConcurrentDictionary<string, (Question Question, DiskAnalysis Analysis)> _judged = new(
        StringComparer.Ordinal
    );
    readonly Dictionary<string, Question> _cancelled = new(StringComparer.Ordinal);
    readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    int _generation;

    public BackgroundJudge(ServerServices services)
    {
        _services = services;
        services.Changed += _ => Wake();
        services.FilesChanged += changes =>
        {
            var snapshot = services.Current();
            if (changes.Any(change => IsBaseline(snapshot, change.Path)))
            {
                Again();
                // What is open was judged with the old one.
                services.Diagnostics.RaiseMoreIsKnown();
            }
            else if (changes.Any(change => IsOfDataset(snapshot, change.Path)))
                Again();
        };
        services.Ready += () =>
        {
            _ = Task.Run(RunAsync, CancellationToken.None);
            Wake();
            return Task.CompletedTask;
        };
    }

    /// <summary>Whether something is still being judged.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>What is known about data sets that no open file follows.</summary>
    public IEnumerable<DiskAnalysis> Judged(WorkspaceSnapshot snapshot) =>
        snapshot
            .Targets()
            .Datasets.Select(target => _judged.GetValueOrDefault(target.Key).Analysis)
            .OfType<DiskAnalysis>();

    /// <summary>The data set, as it was judged from disk, that has a file; null where none has.</summary>
    public DiskAnalysis? Judging(WorkspaceSnapshot snapshot, string path) =>
        Judged(snapshot).FirstOrDefault(disk => disk.Stamps.ContainsKey(path));

    /// <summary>Judges everything again.</summary>
    public void Again()
    {
        Interlocked.Increment(ref _generation);
        Wake();
    }

    void Wake() => _wake.Writer.TryWrite(true);

    async Task RunAsync()
    {
        while (!_services.Ended.IsCancellationRequested)
            try
            {
                await _wake.Reader.ReadAsync(_services.Ended).ConfigureAwait(false);
                await Task.Delay(QuietTime, _services.Ended).ConfigureAwait(false);
                await RoundAsync(_services.Current()).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                await _services
                    .Client.NotifyAsync("window/logMessage", new LogMessageParams(1, problem.ToString()))
                    .ConfigureAwait(false);
            }
    }

    async Task RoundAsync(WorkspaceSnapshot snapshot)
    {
        var targets = snapshot.Targets();
        var followed = snapshot
            .Documents.Values.Where(document => document.Content is AnnotationContent)
            .Select(document => targets.For(document.Path).Key)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _judged.Keys.Except(targets.Datasets.Select(target => target.Key)).ToList())
            _judged.TryRemove(gone, out _);
        foreach (var target in targets.Datasets.Where(target => !followed.Contains(target.Key)))
        {
            var question = Question.Of(snapshot, target, Volatile.Read(ref _generation));
            if (_judged.TryGetValue(target.Key, out var known) && known.Question == question && !known.Analysis.IsStale)
                continue;
            if (_cancelled.GetValueOrDefault(target.Key) == question)
                continue;
            _cancelled.Remove(target.Key);
            IsBusy = true;
            try
            {
                if (await JudgeWhileAskedAsync(snapshot, target, question).ConfigureAwait(false) is { } analysis)
                    _judged[target.Key] = (question, analysis);
            }
            finally
            {
                IsBusy = false;
            }

            _services.Diagnostics.RaiseMoreIsKnown();
        }
    }

    /// <summary>Null where somebody cancelled it, or where it would be out of date; then everything is looked at again.</summary>
    async Task<DiskAnalysis?> JudgeWhileAskedAsync(
        WorkspaceSnapshot snapshot,
        AnnotationTarget target,
        Question question
    )
    {
        await using var progress = await WorkDone
            .BeginAsync(_services, snapshot.Client, $"Judging {target.Name}")
            .ConfigureAwait(false);
        var judging = Task.Run(() => Judge(target, question.Guideline, progress), CancellationToken.None);
        var isWoken = false;
        try
        {
            while (await Task.WhenAny(judging, _wake.Reader.WaitToReadAsync(progress.Unwanted).AsTask()) != judging)
            {
                if (progress.Unwanted.IsCancellationRequested)
                    break;
                isWoken |= _wake.Reader.TryRead(out _);
                if (!IsAskedStill(target, question))
                    progress.Abandon();
            }

            return await judging.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_services.Ended.IsCancellationRequested)
        {
            if (progress.IsCancelled)
                _cancelled[target.Key] = question;
            return null;
        }
        finally
        {
            // Whatever still waits for the channel is to wait no more, and what woke this may be about another data set.
            progress.Abandon();
            if (isWoken)
                Wake();
        }
    }

    bool IsAskedStill(AnnotationTarget target, Question question)
    {
        var now = _services.Current();
        return now.Targets().Datasets.FirstOrDefault(dataset => dataset.Key == target.Key) is { } same
            && Question.Of(now, same, Volatile.Read(ref _generation)) == question;
    }

    static DiskAnalysis Judge(AnnotationTarget target, Guideline? guideline, WorkDone progress)
    {
        var threads = Math.Max(1, Environment.ProcessorCount / 2);
        var dataset = DatasetReader.Read(
            target.Inputs.Select(path => new ReadInput(path)),
            target.Options with
            {
                Threads = threads,
            },
            null,
            progress.Unwanted
        );
        progress.Report(0.5);
        var result = Analysis.Run(
            new AnalysisRequest(dataset)
            {
                Guideline = guideline,
                Project = target.Project,
                Baseline = TargetAnalyses.BaselineOf(target.Project),
                Threads = threads,
                Pictures = new PictureCache(SkiaPictureReader.Instance),
                Progress = progress.From(0.5),
                Cancellation = progress.Unwanted,
            }
        );
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var file = 0; file < dataset.Files.Length; file++)
            files.TryAdd(dataset.Files[file].Path, file);
        return new DiskAnalysis(
            target,
            guideline,
            dataset,
            result,
            finding => files.GetValueOrDefault(finding.Location.File, -1)
        );
    }

    static bool IsOfDataset(WorkspaceSnapshot snapshot, string path) =>
        snapshot.Projects().For(path)?.DatasetOf(path) is not null;

    static bool IsBaseline(WorkspaceSnapshot snapshot, string path) =>
        snapshot.Projects().For(path) is { Baseline: { } baseline } project
        && project.FullPath(baseline).Replace('\\', '/') == path;

    /// <summary>What a judgement depends on beside the files, whose changes count the generation up.</summary>
    sealed record Question(Guideline? Guideline, object? Project, ImmutableArray<string> Inputs, int Generation)
    {
        public static Question Of(WorkspaceSnapshot snapshot, AnnotationTarget target, int generation) =>
            new(
                target.Guideline is { } path
                    ? snapshot.Caches.Get<GoodGuidelines>().Of(snapshot, path).Guideline
                    : null,
                target.Project,
                target.Inputs,
                generation
            );

        public bool Equals(Question? other) =>
            other is not null
            && ReferenceEquals(Guideline, other.Guideline)
            && ReferenceEquals(Project, other.Project)
            && Inputs.SequenceEqual(other.Inputs)
            && Generation == other.Generation;

        public override int GetHashCode() => Generation;
    }
}
