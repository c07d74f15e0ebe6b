using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;

namespace LabelSpec.LanguageServer.Workspace;

/// <summary>What follows from a snapshot.</summary>
public static class SnapshotExtensions
{
    public static GuidelineWorkspace Guidelines(this WorkspaceSnapshot snapshot) => GuidelineWorkspace.Of(snapshot);

    public static ProjectWorkspace Projects(this WorkspaceSnapshot snapshot) => ProjectWorkspace.Of(snapshot);

    /// <summary>The analysis of the guideline file that a handler was called for.</summary>
    public static GuidelineAnalysis Analysis(this DocumentContext<GuidelineContent> context) =>
        context.Snapshot.Guidelines().AnalysisOf(context.Document.Path)
        ?? throw new InvalidOperationException("The document of a request is in its snapshot.");
}
