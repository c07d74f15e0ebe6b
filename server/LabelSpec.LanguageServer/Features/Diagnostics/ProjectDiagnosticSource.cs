using LabelSpec.Annotations.Project;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Projects;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>Diagnostics of `labelspec.yaml`, open and closed.</summary>
sealed class ProjectDiagnosticSource : IDiagnosticSource
{
    public DocumentReport? Of(WorkspaceSnapshot snapshot, OpenDocument document, CancellationToken cancellation) =>
        document.Content is ProjectContent content
            ? ReportId.Report(
                document,
                [.. ProjectFindings.In(snapshot, content).Select(problem => Convert(problem, document.Text))]
            )
            : null;

    public IEnumerable<DocumentReport> OfClosed(WorkspaceSnapshot snapshot, CancellationToken cancellation) =>
        snapshot
            .Projects()
            .Projects.Select(project => snapshot.FindAt(project.FilePath.Replace('\\', '/')))
            .Where(document => document is { IsOpen: false })
            .Select(document => Of(snapshot, document!, cancellation))
            .OfType<DocumentReport>();

    static Diagnostic Convert(ProjectProblem problem, DocumentText text) =>
        new(
            text.RangeOf(problem.Range.StartOffset, problem.Range.EndOffset),
            DiagnosticSeverity.Error,
            problem.Code,
            problem.Message
        );
}
