using System.Text.Json.Nodes;
using LabelSpec.Engine.Migration;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Transport;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;

namespace LabelSpec.LanguageServer.Features.Rename;

/// <summary>Rename, across guidelines and, where somebody can be asked first, in the data that they judge.</summary>
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
            )
            .In<ProjectContent>(
                (context, wish, _) =>
                    ProjectRules.At(context.Snapshot, context.Content, context.OffsetOf(wish.Position))
                        is { Rules.Count: > 0 } named
                        ? new PrepareRenameResult(context.RangeOf(named.Span), named.Name)
                        : null
            );
        features
            .Document<RenameParams, WorkspaceEdit>("textDocument/rename")
            .InAsync<GuidelineContent>(
                (context, wish, cancellation) => RenameAsync(features.Services, context, wish, cancellation)
            )
            .In<ProjectContent>(
                (context, wish, cancellation) =>
                    EditsOf(
                        context.Snapshot,
                        Accepted(
                            GuidelineRename.RenameRule(
                                context.Snapshot,
                                context.Content,
                                context.OffsetOf(wish.Position),
                                wish.NewName,
                                cancellation
                            )
                        )
                    )
                        is { IsEmpty: false } edits
                        ? edits.Build()
                        : null
            );
    }

    static async Task<WorkspaceEdit?> RenameAsync(
        ServerServices services,
        DocumentContext<GuidelineContent> context,
        RenameParams wish,
        CancellationToken cancellation
    )
    {
        var canAsk =
            context.Client.ChangeAnnotations
            && context.Client.VersionedEdits
            && context.Client.Has("textDocument.rename.honorsChangeAnnotations");
        var result = Rename(context, wish, canAsk, cancellation);
        var migration = MigrationOf(services, context, result, cancellation);
        if (migration is { IsEmpty: true, Left.Count: 0 })
            result = Rename(context, wish, false, cancellation);
        var edits = EditsOf(context.Snapshot, result);
        if (edits.IsEmpty)
            return null;
        if (migration.Left.Count > 0 || (!canAsk && !migration.IsEmpty))
            await services
                .Client.NotifyAsync("window/showMessage", new ShowMessageParams(3, MessageOf(result.Data)))
                .ConfigureAwait(false);
        return canAsk ? DataRename.With(context.Snapshot, edits.Build(), migration, result.Data) : edits.Build();
    }

    static EditBuilder EditsOf(WorkspaceSnapshot snapshot, RenameResult result)
    {
        var edits = new EditBuilder(snapshot);
        foreach (var (path, span, text) in result.Edits)
            edits.Replace(path, span, text);
        return edits;
    }

    static RenameResult Accepted(RenameResult result) =>
        result.Refusal is { } refusal ? throw new LspErrorException(LspErrorException.RequestFailed, refusal) : result;

    static RenameResult Rename(
        DocumentContext<GuidelineContent> context,
        RenameParams wish,
        bool migrates,
        CancellationToken cancellation
    ) =>
        Accepted(
            GuidelineRename.Rename(
                context.Snapshot,
                context.Analysis(),
                context.OffsetOf(wish.Position),
                wish.NewName,
                cancellation,
                migrates
            )
        );

    static DataMigration MigrationOf(
        ServerServices services,
        DocumentContext<GuidelineContent> context,
        RenameResult result,
        CancellationToken cancellation
    )
    {
        var migrations = result
            .Data.Select(change =>
                services.Data.MigrationOf(context.Snapshot, context.Document.Path, change, cancellation)
            )
            .ToList();
        return new DataMigration(
            [
                .. migrations
                    .SelectMany(migration => migration.Files)
                    .GroupBy(file => file.Path)
                    .Select(file =>
                        (file.Key, (IReadOnlyList<TextEdit>)[.. file.SelectMany(one => one.Edits).Distinct()])
                    ),
            ],
            [.. migrations.SelectMany(migration => migration.Left).Distinct()]
        );
    }

    static string MessageOf(IEnumerable<LabelChange> changes) =>
        "There are annotation files that still have the old name. To change them, run: labelspec migrate "
        + string.Join(' ', changes.Select(DataRename.OptionOf))
        + " FILES";
}
