using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace.Files;

namespace LabelSpec.LanguageServer.Workspace.Projects;

/// <summary><c>labelspec.yaml</c>.</summary>
public sealed class ProjectKind : IDocumentKind
{
    public string Name => "project file";

    public bool Claims(string uri, string languageId, DocumentText text) => WorkspaceFiles.IsProject(uri);

    public DocumentContent Open(string uri, DocumentText text) => new ProjectContent(DocumentUri.PathOf(uri), text);

    public DocumentContent Change(
        DocumentContent before,
        DocumentText textBefore,
        DocumentText text,
        IReadOnlyList<TextDocumentContentChangeEvent> changes
    ) => ((ProjectContent)before).With(text);
}
