using System.Runtime.CompilerServices;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Migration;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using Location = LabelSpec.LanguageServer.Protocol.Location;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>The data of the workspace as guidelines see it: open files as they are typed, the rest as it is on disk.</summary>
sealed class BoundData(WorkspaceFindings findings, BackgroundJudge background) : IBoundData
{
    /// <summary>Edits that an editor shows one by one before it makes them.</summary>
    const int MostEdits = 10_000;

    /// <summary>Findings whose class is looked up while somebody types; the rest is counted by rule only.</summary>
    const int MostLookedAt = 5000;

    readonly ConditionalWeakTable<TargetAnalysis, DataTally> _tallies = [];
    readonly ConditionalWeakTable<Dataset, DataWords> _words = [];
    readonly ClosedData _closed = new();

    public DataCounts CountsOf(WorkspaceSnapshot snapshot, string guidelinePath, CancellationToken cancellation)
    {
        var guidelines = GuidelinesWith(snapshot, guidelinePath);
        var tallies = new List<DataTally>();
        var live = new HashSet<string>(StringComparer.Ordinal);
        foreach (var analysis in Live(snapshot, cancellation))
        {
            live.Add(analysis.Target.Key);
            if (IsJudgedBy(analysis.Target, guidelines))
                tallies.Add(TallyOf(analysis));
        }

        // An open file of a data set that is too large to follow is counted as it is typed, and as a part of the set on disk.
        tallies.AddRange(
            background
                .Judged(snapshot)
                .Where(disk => !live.Contains(disk.Target.Key) && IsJudgedBy(disk.Target, guidelines))
                .Select(disk => disk.Tally)
        );
        return new DataCounts(tallies);
    }

    public IReadOnlyList<DataWords> WordsOf(WorkspaceSnapshot snapshot, string guidelinePath)
    {
        var guidelines = GuidelinesWith(snapshot, guidelinePath);
        var live = new HashSet<string>(StringComparer.Ordinal);
        var words = new List<DataWords>();
        foreach (var document in snapshot.Documents.Values.Where(document => document.Content is AnnotationContent))
        {
            var target = snapshot.Targets().For(document.Path);
            if (
                IsJudgedBy(target, guidelines)
                && snapshot.Caches.Get<TargetAnalyses>().Newest(target) is { } newest
                && live.Add(target.Key)
            )
                words.Add(WordsOf(newest.Dataset));
        }

        words.AddRange(
            background
                .Judged(snapshot)
                .Where(disk => !live.Contains(disk.Target.Key) && IsJudgedBy(disk.Target, guidelines))
                .Select(disk => disk.Tally.Words)
        );
        return words;
    }

    public IEnumerable<Location> PlacesOf(
        WorkspaceSnapshot snapshot,
        string guidelinePath,
        IReadOnlyList<DataWord> words,
        CancellationToken cancellation
    )
    {
        foreach (var (dataset, files) in DataOf(snapshot, JudgedWith(snapshot, guidelinePath), null, cancellation))
        foreach (var word in words)
        foreach (var span in DataPlaces.In(dataset, word))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!span.IsNone && files.Contains(span.File))
                yield return LocationOf(snapshot, dataset, span);
        }
    }

    public DataMigration MigrationOf(
        WorkspaceSnapshot snapshot,
        string guidelinePath,
        LabelChange change,
        CancellationToken cancellation
    )
    {
        var left = new List<string>();
        var edits = new List<FileEdit>();
        foreach (var (dataset, files) in DataOf(snapshot, JudgedWith(snapshot, guidelinePath), left, cancellation))
        {
            var own = files.Select(file => dataset.Files[file].Path).ToHashSet(StringComparer.Ordinal);
            var found = MigrationPlan
                .Of(dataset, [change], cancellation)
                .Fixes.SelectMany(fix => fix.Edits)
                .Where(edit => own.Contains(edit.File))
                .ToList();
            if (edits.Count + found.Count > MostEdits)
                left.AddRange(found.Select(edit => edit.File).Distinct());
            else
                edits.AddRange(found);
        }

        return new DataMigration(AnnotationEdits.ByFile(snapshot, edits), left);
    }

    public FirstViolations FirstViolations(WorkspaceSnapshot snapshot, CancellationToken cancellation)
    {
        var ofRules = new Dictionary<string, ShownViolation>(StringComparer.Ordinal);
        var ofClasses = new Dictionary<string, ShownViolation>(StringComparer.Ordinal);
        foreach (var (path, located) in findings.Of(snapshot, cancellation))
        foreach (var one in located.Where(one => one.Finding.Image is not null))
        {
            var shown = new ShownViolation(path, AnnotationView.RangeOf(one.Finding.Location).Start);
            ofRules.TryAdd(one.Finding.Rule, shown);
            if (one.Category is { } category)
                ofClasses.TryAdd(category, shown);
        }

        return new FirstViolations(ofRules, ofClasses);
    }

    public IEnumerable<ImageInData> ImagesNamed(WorkspaceSnapshot snapshot, string part, CancellationToken cancellation)
    {
        foreach (var (dataset, files) in DataOf(snapshot, _ => true, null, cancellation))
            for (var image = 0; image < dataset.Images.Count; image++)
            {
                cancellation.ThrowIfCancellationRequested();
                var name = dataset.Images.FileNames[image];
                if (
                    !name.Contains(part, StringComparison.OrdinalIgnoreCase)
                    || !files.Contains(dataset.Images.FileOf(image))
                )
                    continue;
                var span = dataset.Locate(Element.Image(image), new Field(FieldKind.FileName));
                // Of formats with a file for each image the name is that of the file.
                yield return new ImageInData(
                    name,
                    LocationOf(
                        snapshot,
                        dataset,
                        span.IsNone ? new SourceSpan(dataset.Images.FileOf(image), 0, 0) : span
                    )
                );
            }
    }

    /// <summary>The data of some targets, each file once, with the numbers of the files that are meant of each data set.</summary>
    IEnumerable<(Dataset Dataset, IReadOnlySet<int> Files)> DataOf(
        WorkspaceSnapshot snapshot,
        Func<AnnotationTarget, bool> isMeant,
        List<string>? left,
        CancellationToken cancellation
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var live = new HashSet<string>(StringComparer.Ordinal);
        foreach (var analysis in Live(snapshot, cancellation))
        {
            live.Add(analysis.Target.Key);
            if (isMeant(analysis.Target))
                yield return (analysis.Dataset, New(analysis.Dataset));
        }

        foreach (var target in snapshot.Targets().Datasets)
            if (!live.Contains(target.Key) && isMeant(target))
                if (_closed.Of(target, cancellation) is { } dataset)
                    yield return (dataset, New(dataset));
                else
                    left?.AddRange(target.Inputs);

        HashSet<int> New(Dataset dataset)
        {
            var files = new HashSet<int>();
            for (var file = 0; file < dataset.Files.Length; file++)
                if (seen.Add(dataset.Files[file].Path))
                    files.Add(file);
            return files;
        }
    }

    static IEnumerable<TargetAnalysis> Live(WorkspaceSnapshot snapshot, CancellationToken cancellation) =>
        snapshot
            .Documents.Values.Where(document => document.Content is AnnotationContent)
            .OrderBy(document => document.Path, StringComparer.Ordinal)
            .Select(document => snapshot.ViewOf(document, cancellation).Analysis)
            .DistinctBy(analysis => analysis.Target.Key);

    /// <summary>The entries of the guidelines that a file belongs to.</summary>
    static HashSet<string> GuidelinesWith(WorkspaceSnapshot snapshot, string path) =>
        snapshot
            .Guidelines()
            .Entries.Where(entry =>
                entry == path || snapshot.Guidelines().Compile(entry).Guideline.Files.Any(file => file.Path == path)
            )
            .ToHashSet(StringComparer.Ordinal);

    static Func<AnnotationTarget, bool> JudgedWith(WorkspaceSnapshot snapshot, string guidelinePath)
    {
        var guidelines = GuidelinesWith(snapshot, guidelinePath);
        return target => IsJudgedBy(target, guidelines);
    }

    static bool IsJudgedBy(AnnotationTarget target, HashSet<string> guidelines) =>
        target.Guideline is { } guideline && guidelines.Contains(guideline);

    DataTally TallyOf(TargetAnalysis analysis) =>
        _tallies.GetValue(
            analysis,
            analysis =>
            {
                var result =
                    analysis.Live?.Result
                    ?? throw new InvalidOperationException("Files on disk are tallied when they are judged.");
                return new DataTally(
                    analysis.Dataset,
                    WordsOf(analysis.Dataset),
                    result,
                    [.. result.Findings.Take(MostLookedAt)]
                );
            }
        );

    DataWords WordsOf(Dataset dataset) => _words.GetValue(dataset, static dataset => new DataWords(dataset));

    static Location LocationOf(WorkspaceSnapshot snapshot, Dataset dataset, SourceSpan span)
    {
        var file = dataset.Files[span.File];
        return new Location(snapshot.UriOf(file.Path), AnnotationEdits.RangeOf(file, span.Start, span.End));
    }
}
