using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Transport;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.Rename;

/// <summary>Rename, across files.</summary>
sealed class RenameFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("renameProvider", () => new JsonObject { ["prepareProvider"] = true });
        features
            .Document<TextDocumentPositionParams, PrepareRenameResult>("textDocument/prepareRename")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    GuidelineRename.Prepare(context.Analysis(), context.OffsetOf(wish.Position)) is { } target
                        ? new PrepareRenameResult(context.RangeOf(target.Span), target.Name)
                        : null
            );
        features.Document<RenameParams, WorkspaceEdit>("textDocument/rename").In<GuidelineContent>(Rename);
    }

    static WorkspaceEdit? Rename(
        DocumentContext<GuidelineContent> context,
        RenameParams wish,
        CancellationToken cancellation
    )
    {
        var result = GuidelineRename.Rename(
            context.Snapshot,
            context.Analysis(),
            context.OffsetOf(wish.Position),
            wish.NewName,
            cancellation
        );
        if (result.Refusal is { } refusal)
            throw new LspErrorException(LspErrorException.RequestFailed, refusal);
        var edits = new EditBuilder(context.Snapshot);
        foreach (var (path, span, text) in result.Edits)
            edits.Replace(path, span, text);
        return edits.IsEmpty ? null : edits.Build();
    }
}
