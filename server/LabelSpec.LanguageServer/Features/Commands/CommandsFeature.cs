using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Transport;

namespace LabelSpec.LanguageServer.Features.Commands;

/// <summary>`workspace/executeCommand`: runs what other features put in the table.</summary>
sealed class CommandsFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        var commands = features.Services.Commands;
        features.Announce(
            "executeCommandProvider",
            () =>
                new JsonObject
                {
                    ["commands"] = new JsonArray([.. commands.Names.Order().Select(name => (JsonNode)name)]),
                }
        );
        features.Workspace<ExecuteCommandParams, CommandResult>(
            "workspace/executeCommand",
            async (snapshot, wish, cancellation) =>
                commands.Find(wish.Command) is { } run
                    ? await run(snapshot, wish.Arguments ?? [], cancellation).ConfigureAwait(false) is { } result
                        ? new CommandResult(result)
                        : null
                    : throw new LspErrorException(
                        LspErrorException.InvalidParams,
                        $"There is no command {wish.Command}."
                    )
        );
    }
}
