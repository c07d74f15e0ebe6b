using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace.Annotations;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>What editors ask about a place or a stretch of an annotation file.</summary>
sealed class AnnotationEditingFeature(WorkspaceFindings findings) : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("hoverProvider");
        features
            .Document<TextDocumentPositionParams, Protocol.Hover>("textDocument/hover")
            .In<AnnotationContent>((context, wish, token) => AnnotationHover.At(context.View(token), wish.Position));
        features.Announce("definitionProvider");
        features
            .Document<TextDocumentPositionParams, IReadOnlyList<Location>>("textDocument/definition")
            .In<AnnotationContent>(
                (context, wish, token) =>
                    AnnotationNavigation.Definition(context.Snapshot, context.View(token), wish.Position)
            );
        features.Announce("referencesProvider");
        features
            .Document<ReferenceParams, IReadOnlyList<Location>>("textDocument/references")
            .In<AnnotationContent>(
                (context, wish, token) =>
                    AnnotationNavigation.References(context.Snapshot, context.View(token), wish.Position, token)
            );
        features.Announce("inlayHintProvider");
        features
            .Document<InlayHintParams, IReadOnlyList<InlayHint>>("textDocument/inlayHint")
            .In<AnnotationContent>((context, wish, token) => AnnotationHints.In(context.View(token), wish.Range));
        features.Announce("documentSymbolProvider");
        features
            .Document<TextDocumentParams, IReadOnlyList<DocumentSymbol>>("textDocument/documentSymbol")
            .In<AnnotationContent>((context, _, token) => AnnotationOutline.Symbols(context.View(token)));
        features.Announce("documentLinkProvider", () => new JsonObject { ["resolveProvider"] = false });
        features
            .Document<TextDocumentParams, IReadOnlyList<DocumentLink>>("textDocument/documentLink")
            .In<AnnotationContent>((context, _, token) => AnnotationOutline.Links(context.View(token)));
        features.Announce("codeLensProvider", () => new JsonObject { ["resolveProvider"] = true });
        features
            .Document<TextDocumentParams, IReadOnlyList<CodeLens>>("textDocument/codeLens")
            .In<AnnotationContent>((context, _, token) => AnnotationOutline.Lenses(context.View(token), context.Uri));
        features
            .Resolve<CodeLens>("codeLens/resolve", lens => lens.Data)
            .In<AnnotationContent>(
                (context, lens, token) =>
                    AnnotationOutline.Resolved(context.View(token), lens, context.Client.ShowsPictures)
            );
        features.Announce(
            "completionProvider",
            () => new JsonObject { ["triggerCharacters"] = new JsonArray("\"", " ", ">") }
        );
        features
            .Document<CompletionParams, CompletionList>("textDocument/completion")
            .In<AnnotationContent>(
                (context, wish, token) => AnnotationCompletion.At(context.View(token), wish.Position)
            );
        var actions = new AnnotationActions(new Waiving(findings), new Baselining(findings));
        features.Announce(
            "codeActionProvider",
            () =>
                new JsonObject
                {
                    ["codeActionKinds"] = new JsonArray(AnnotationActions.QuickFix, AnnotationActions.FixAll),
                    ["resolveProvider"] = true,
                }
        );
        features
            .Document<CodeActionParams, IReadOnlyList<CodeAction>>("textDocument/codeAction")
            .In<AnnotationContent>(actions.For);
        features
            .Resolve<CodeAction>("codeAction/resolve", action => action.Data)
            .In<AnnotationContent>(actions.Resolved);
    }
}
