using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>Says what is wrong with documents of one kind. How that reaches the client is not its business.</summary>
public interface IDiagnosticSource
{
    /// <summary>The report on a document; null where it is not of the source's kind.</summary>
    DocumentReport? Of(WorkspaceSnapshot snapshot, OpenDocument document, CancellationToken cancellation);

    /// <summary>Reports on documents of the workspace that are not open; those with nothing to say may be left out.</summary>
    IEnumerable<DocumentReport> OfClosed(WorkspaceSnapshot snapshot, CancellationToken cancellation);
}
