using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;

namespace LabelSpec.LanguageServer.Features.DocumentLinks;

/// <summary>Imports and pictures of guidelines, and files that project files name.</summary>
sealed class DocumentLinksFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("documentLinkProvider", () => new JsonObject { ["resolveProvider"] = false });
        features
            .Document<TextDocumentParams, IReadOnlyList<DocumentLink>>("textDocument/documentLink")
            .In<GuidelineContent>(
                (context, _, _) =>
                    [
                        .. GuidelineFileNames
                            .In(context.Document.Path, context.Content.Tree)
                            .Select(name => Link(context.Snapshot, context.RangeOf(name.Span), name)),
                    ]
            )
            .In<ProjectContent>(
                (context, _, _) =>
                    [
                        .. ProjectPaths
                            .FilesIn(context.Content.Project)
                            .Where(name => File.Exists(name.Target))
                            .Select(name => Link(context.Snapshot, context.RangeOf(name.Span), name)),
                    ]
            );
    }

    static DocumentLink Link(WorkspaceSnapshot snapshot, Protocol.Range range, FileNameSpan name) =>
        new(range, snapshot.UriOf(name.Target), name.IsGuideline ? "Open the guideline" : "Open the file");
}
