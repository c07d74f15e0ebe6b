using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>All sources of diagnostics, seen as one.</summary>
public sealed class DiagnosticSources
{
    readonly List<IDiagnosticSource> _sources = [];

    /// <summary>Raised by a source that knows more than before without a change of the client's: a background judgement.</summary>
    public event Action? MoreIsKnown;

    public void Add(IDiagnosticSource source) => _sources.Add(source);

    public void RaiseMoreIsKnown() => MoreIsKnown?.Invoke();

    public DocumentReport? Of(WorkspaceSnapshot snapshot, OpenDocument document, CancellationToken cancellation) =>
        _sources
            .Select(source => source.Of(snapshot, document, cancellation))
            .FirstOrDefault(report => report is not null);

    public IEnumerable<DocumentReport> OfOpen(WorkspaceSnapshot snapshot, CancellationToken cancellation) =>
        snapshot.Documents.Values.Select(document => Of(snapshot, document, cancellation)).OfType<DocumentReport>();

    public IEnumerable<DocumentReport> OfClosed(WorkspaceSnapshot snapshot, CancellationToken cancellation) =>
        _sources.SelectMany(source => source.OfClosed(snapshot, cancellation));
}
