using System.Runtime.CompilerServices;
using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Features.Diagnostics;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>What is wrong with annotation files: open ones as they are typed, the others of their data sets as they are on disk.</summary>
sealed class AnnotationDiagnosticSource(BackgroundJudge background) : IDiagnosticSource
{
    readonly ConditionalWeakTable<TargetAnalysis, Dictionary<(string Uri, int Most), DocumentReport>> _reports = [];

    public DocumentReport? Of(WorkspaceSnapshot snapshot, OpenDocument document, CancellationToken cancellation) =>
        document.Content is AnnotationContent
            ? Report(snapshot, document, snapshot.ViewOf(document, cancellation).Analysis)
            : null;

    public IEnumerable<DocumentReport> OfClosed(WorkspaceSnapshot snapshot, CancellationToken cancellation)
    {
        var live = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in snapshot.Documents.Values.Where(document => document.Content is AnnotationContent))
        {
            var analysis = snapshot.ViewOf(document, cancellation).Analysis;
            if (!live.Add(analysis.Target.Key))
                continue;
            foreach (var path in analysis.FilesWithFindings)
                if (path.Length > 0 && snapshot.DocumentAt(path) is null)
                    yield return Report(snapshot, Closed(path), analysis);
        }

        snapshot.Caches.Get<TargetAnalyses>().Keep(live);
        foreach (var disk in background.Judged(snapshot).Where(disk => !live.Contains(disk.Target.Key)))
        foreach (var path in disk.Files)
            if (snapshot.DocumentAt(path) is null)
                yield return disk.ReportOf(path, snapshot.MostDiagnostics(), () => Report(snapshot, path, disk));
    }

    DocumentReport Report(WorkspaceSnapshot snapshot, OpenDocument document, TargetAnalysis analysis)
    {
        var reports = _reports.GetOrCreateValue(analysis);
        lock (reports)
        {
            var key = (document.Uri, snapshot.MostDiagnostics());
            if (reports.TryGetValue(key, out var known) && known.Version == document.Version)
                return known;
            var items = FindingDiagnostics.Of(snapshot, analysis.In(document.Path));
            return reports[key] = ReportId.Report(document, items);
        }
    }

    static DocumentReport Report(WorkspaceSnapshot snapshot, string path, DiskAnalysis disk) =>
        ReportId.Report(
            Closed(path),
            FindingDiagnostics.Of(snapshot, FindingList.Of(disk.In(path).Select(located => located.Finding)))
        );

    static OpenDocument Closed(string path) => new(DocumentUri.Of(path), "", null, new DocumentText(""));
}
