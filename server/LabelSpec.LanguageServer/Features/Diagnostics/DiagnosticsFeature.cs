using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>
/// Delivers diagnostics: on request to clients that ask (document and workspace, with result ids), and unasked to
/// those that do not.
/// </summary>
sealed class DiagnosticsFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        var services = features.Services;
        features.Announce(
            "diagnosticProvider",
            client =>
                client.PullDiagnostics
                    ? new JsonObject
                    {
                        ["identifier"] = "labelspec",
                        ["interFileDependencies"] = true,
                        ["workspaceDiagnostics"] = true,
                    }
                    : null
        );
        features.Workspace<DocumentDiagnosticParams, DocumentDiagnosticReport>(
            "textDocument/diagnostic",
            (snapshot, wish, cancellation) =>
                Task.FromResult<DocumentDiagnosticReport?>(Report(services.Diagnostics, snapshot, wish, cancellation))
        );
        var workspace = new WorkspaceDiagnostics(services);
        features.Workspace<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>(
            "workspace/diagnostic",
            (_, wish, cancellation) => workspace.ReportAsync(wish, cancellation)
        );
        var publisher = new DiagnosticsPublisher(services);
        services.Changed += publisher.Publish;
        services.Diagnostics.MoreIsKnown += publisher.PublishAgain;
        services.Ready += publisher.StartAsync;
    }

    static DocumentDiagnosticReport Report(
        DiagnosticSources sources,
        WorkspaceSnapshot snapshot,
        DocumentDiagnosticParams wish,
        CancellationToken cancellation
    )
    {
        if (
            snapshot.Document(wish.TextDocument.Uri) is not { } document
            || sources.Of(snapshot, document, cancellation) is not { } report
        )
            return new DocumentDiagnosticReport("full", null, []);
        return report.ResultId == wish.PreviousResultId
            ? new DocumentDiagnosticReport("unchanged", report.ResultId, null)
            : new DocumentDiagnosticReport("full", report.ResultId, report.Items);
    }
}
