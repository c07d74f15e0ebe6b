using System.Collections.Concurrent;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine;
using LabelSpec.Engine.Live;
using LabelSpec.Engine.Settings;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Workspace.Annotations;

/// <summary>
/// The analyses of targets with open files. Each follows its target from version to version, so that a keystroke costs what it
/// touches; an answer is kept as long as everything that it depends on is the same.
/// </summary>
public sealed class TargetAnalyses
{
    readonly ConcurrentDictionary<string, Followed> _targets = new(StringComparer.Ordinal);

    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public TargetAnalysis Of(WorkspaceSnapshot snapshot, AnnotationTarget target, CancellationToken cancellation) =>
        _targets.GetOrAdd(target.Key, static _ => new Followed()).Of(snapshot, target, cancellation);

    /// <summary>The last analysis of a target, of whatever version; null where there is none yet.</summary>
    public TargetAnalysis? Newest(AnnotationTarget target) => _targets.GetValueOrDefault(target.Key)?.Newest;

    /// <summary>Forgets targets of which no file is open any more.</summary>
    public void Keep(IReadOnlySet<string> keys)
    {
        foreach (var key in _targets.Keys)
            if (!keys.Contains(key))
                _targets.TryRemove(key, out _);
    }

    sealed class Followed
    {
        readonly Lock _gate = new();
        Answer? _newest;
        Answer? _before;

        /// <summary>Without the gate: whoever asks for this does not wait for a judgement.</summary>
        public TargetAnalysis? Newest => Volatile.Read(ref _newest)?.Analysis;

        public TargetAnalysis Of(WorkspaceSnapshot snapshot, AnnotationTarget target, CancellationToken cancellation)
        {
            var question = Question.Of(snapshot, target);
            lock (_gate)
            {
                // A request that began before the last edit asks for the version before.
                if (_newest?.Question.Equals(question) == true)
                    return _newest.Analysis;
                if (_before?.Question.Equals(question) == true)
                    return _before.Analysis;
                cancellation.ThrowIfCancellationRequested();
                var answer = new Answer(question, question.Answer(_newest?.Analysis.Live, cancellation));
                (_before, _newest) = (_newest, answer);
                return answer.Analysis;
            }
        }
    }

    sealed record Answer(Question Question, TargetAnalysis Analysis);

    /// <summary>Everything that an analysis depends on.</summary>
    sealed class Question(
        AnnotationTarget target,
        Guideline? guideline,
        string? broken,
        IReadOnlyList<ReadInput> inputs,
        IReadOnlyList<object> state,
        PictureCache pictures
    ) : IEquatable<Question>
    {
        public static Question Of(WorkspaceSnapshot snapshot, AnnotationTarget target)
        {
            var (guideline, broken) = target.Guideline is { } path
                ? snapshot.Caches.Get<GoodGuidelines>().Of(snapshot, path)
                : (null, null);
            // A text wins over the file that a folder brings in, and stands where that stood.
            var texts = target
                .Files.Where(file => !target.Inputs.Contains(file))
                .Where(file => snapshot.DocumentAt(file)?.Content is AnnotationContent);
            return new Question(
                target,
                guideline,
                broken,
                [.. target.Inputs.Concat(texts).Select(path => InputOf(snapshot, path))],
                [.. target.Files.Select(file => StateOf(snapshot, file)), BaselineState(target), snapshot.Pictures],
                snapshot.Pictures
            );
        }

        public bool Equals(Question? other) =>
            other is not null
            && ReferenceEquals(guideline, other.Guideline)
            && broken == other.Broken
            && ReferenceEquals(target.Project, other.Target.Project)
            && inputs.Select(input => input.Path).SequenceEqual(other.Inputs.Select(input => input.Path))
            && state.SequenceEqual(other.State);

        Guideline? Guideline => guideline;

        string? Broken => broken;

        AnnotationTarget Target => target;

        IReadOnlyList<ReadInput> Inputs => inputs;

        IReadOnlyList<object> State => state;

        public TargetAnalysis Answer(LiveAnalysis? before, CancellationToken cancellation)
        {
            var dataset = DatasetReader.Read(inputs, target.Options, null, cancellation);
            var request = new AnalysisRequest(dataset)
            {
                Guideline = guideline,
                Project = target.Project,
                Settings = CheckSettings.Default,
                Baseline = BaselineOf(target.Project),
                Pictures = pictures,
                Cancellation = cancellation,
            };
            var live = before?.After(request) ?? LiveAnalysis.Of(request);
            return new TargetAnalysis(target, guideline, broken, live);
        }

        public override bool Equals(object? obj) => Equals(obj as Question);

        public override int GetHashCode() => 0;

        static ReadInput InputOf(WorkspaceSnapshot snapshot, string path) =>
            snapshot.DocumentAt(path)?.Content is AnnotationContent content
                ? new ReadInput(path, content.Text) { Memory = content.Memory }
                : new ReadInput(path);

        static object StateOf(WorkspaceSnapshot snapshot, string path) =>
            snapshot.DocumentAt(path)?.Content is AnnotationContent content ? content.Text : Stamp(path);

        static (DateTime Written, long Length) BaselineState(AnnotationTarget target) =>
            target.Project?.Baseline is { } named ? Stamp(target.Project.FullPath(named)) : (default(DateTime), -1L);

        static (DateTime Written, long Length) Stamp(string path) =>
            new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : (default, -1);
    }

    internal static Baseline BaselineOf(ProjectFile? project)
    {
        if (project?.Baseline is not { } named)
            return Baseline.Empty;
        try
        {
            var path = project.FullPath(named);
            return File.Exists(path) && BaselineFile.TryRead(File.ReadAllBytes(path), out var baseline, out _)
                ? baseline
                : Baseline.Empty;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Baseline.Empty;
        }
    }
}
