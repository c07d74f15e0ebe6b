using System.Text.Json;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Transport;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.CodeLenses;

/// <summary>
/// The command behind "show on pictures" for clients that draw none: they are asked to go to the first violation of a rule or at a
/// class. Clients that draw pictures open it there themselves.
/// </summary>
sealed class ViolationsOnPictures(ServerServices services)
{
    public const string Command = "labelspec.showViolations";

    public async Task<JsonElement?> ShowAsync(
        WorkspaceSnapshot snapshot,
        IReadOnlyList<JsonElement> arguments,
        CancellationToken cancellation
    )
    {
        if (arguments is not [{ ValueKind: JsonValueKind.Object } wish])
            throw new LspErrorException(LspErrorException.InvalidParams, $"{Command} needs {{ rule }} or {{ class }}.");
        if (Find(snapshot, wish, cancellation) is not { } found)
            throw new LspErrorException(LspErrorException.RequestFailed, "There is no such violation any more.");
        if (snapshot.Client.Has("window.showDocument.support"))
            await services
                .Client.RequestAsync<ShowDocumentParams, ShowDocumentResult>(
                    "window/showDocument",
                    new ShowDocumentParams(
                        snapshot.UriOf(found.Path),
                        true,
                        new Protocol.Range(found.Position, found.Position)
                    ),
                    cancellation
                )
                .ConfigureAwait(false);
        return null;
    }

    ShownViolation? Find(WorkspaceSnapshot snapshot, JsonElement wish, CancellationToken cancellation)
    {
        var firsts = services.Data.FirstViolations(snapshot, cancellation);
        return TextOf(wish, "rule") is { } rule ? firsts.OfRules.GetValueOrDefault(rule)
            : TextOf(wish, "class") is { } label ? firsts.OfClasses.GetValueOrDefault(label)
            : null;
    }

    static string? TextOf(JsonElement wish, string name) =>
        wish.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
