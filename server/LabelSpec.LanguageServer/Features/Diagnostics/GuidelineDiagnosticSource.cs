using LabelSpec.LanguageServer.Features.Pages;
using LabelSpec.LanguageServer.Features.SpecTests;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>Diagnostics of guideline files, open and closed.</summary>
sealed class GuidelineDiagnosticSource : IDiagnosticSource
{
    public DocumentReport? Of(WorkspaceSnapshot snapshot, OpenDocument document, CancellationToken cancellation)
    {
        if (document.Content is not GuidelineContent)
            return null;
        var analysis = snapshot.Guidelines().AnalysisOf(document.Path)!;
        var lines = new SpanConverter(snapshot);
        return ReportId.Report(
            document,
            [
                .. GuidelineFindings.In(analysis).Select(diagnostic => Convert(snapshot, diagnostic, lines)),
                .. TestFailures(snapshot, analysis, lines),
            ]
        );
    }

    public IEnumerable<DocumentReport> OfClosed(WorkspaceSnapshot snapshot, CancellationToken cancellation)
    {
        foreach (var path in snapshot.Guidelines().Paths)
        {
            cancellation.ThrowIfCancellationRequested();
            if (
                snapshot.FindAt(path) is { IsOpen: false } document
                && Of(snapshot, document, cancellation) is { } report
            )
                yield return report;
        }
    }

    static Diagnostic Convert(WorkspaceSnapshot snapshot, SpecDiagnostic diagnostic, SpanConverter lines) =>
        new(
            lines.RangeOf(diagnostic.Span),
            Severities.Of(diagnostic.Severity),
            diagnostic.Code,
            diagnostic.Message,
            CodeDescription: snapshot.Client.VirtualDocuments
                ? new CodeDescription(PagesFeature.UriOf(diagnostic.Code))
                : null,
            Tags: TagsOf(diagnostic.Tags),
            RelatedInformation: diagnostic.Related.IsEmpty
                ? null
                :
                [
                    .. diagnostic.Related.Select(related => new DiagnosticRelatedInformation(
                        lines.LocationOf(related.Span),
                        related.Message
                    )),
                ]
        );

    /// <summary>What the last run of the tests said about exactly this text.</summary>
    static IEnumerable<Diagnostic> TestFailures(
        WorkspaceSnapshot snapshot,
        GuidelineAnalysis analysis,
        SpanConverter lines
    ) =>
        snapshot.Caches.Get<SpecTestResults>().Find(analysis.Compilation) is { } report
            ? report
                .Results.SelectMany(result => result.Failures)
                .Where(failure => failure.Span.File.Path == analysis.Path)
                .Select(failure => new Diagnostic(
                    lines.RangeOf(failure.Span),
                    DiagnosticSeverity.Error,
                    "test",
                    failure.Message
                ))
            : [];

    static List<DiagnosticTag>? TagsOf(DiagnosticTags tags)
    {
        if (tags == DiagnosticTags.None)
            return null;
        var list = new List<DiagnosticTag>();
        if (tags.HasFlag(DiagnosticTags.Unnecessary))
            list.Add(DiagnosticTag.Unnecessary);
        if (tags.HasFlag(DiagnosticTags.Deprecated))
            list.Add(DiagnosticTag.Deprecated);
        return list;
    }
}
