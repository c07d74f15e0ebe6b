using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Transport;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>`labelspec/fix`, `labelspec/waive` and `labelspec/baseline`, as requests and as commands.</summary>
sealed class RepairsFeature(WorkspaceFindings findings, BackgroundJudge background) : IFeature
{
    public void Register(FeatureRegistry features)
    {
        var repairs = new Repairs(findings);
        var waiving = new Waiving(findings);
        var baselining = new Baselining(findings);
        var types = ProtocolContext.Default;
        features.Workspace<FixParams, FixResult>(
            "labelspec/fix",
            (snapshot, wish, token) => Task.FromResult<FixResult?>(repairs.Fix(snapshot, wish, token))
        );
        features.Workspace<WaiveParams, WaiveResult>(
            "labelspec/waive",
            (snapshot, wish, token) => Task.FromResult<WaiveResult?>(waiving.Waive(snapshot, wish, token))
        );
        features.Workspace<BaselineParams, BaselineResult>(
            "labelspec/baseline",
            (snapshot, wish, token) => Task.FromResult<BaselineResult?>(baselining.Add(snapshot, wish, true, token))
        );

        var services = features.Services;
        Command("labelspec.fix", types.FixParams, (snapshot, wish, token) => repairs.Fix(snapshot, wish, token).Edit);
        Command(
            "labelspec.waive",
            types.WaiveParams,
            (snapshot, wish, token) => waiving.Waive(snapshot, wish, token).Edit
        );
        Command(
            "labelspec.baseline",
            types.BaselineParams,
            (snapshot, wish, token) => baselining.Add(snapshot, wish, false, token).Edit
        );
        services.Commands.Add(
            "labelspec.recheck",
            (_, _, _) =>
            {
                background.Again();
                return Task.FromResult<JsonElement?>(null);
            }
        );

        void Command<TParams>(
            string name,
            JsonTypeInfo<TParams> type,
            Func<WorkspaceSnapshot, TParams, CancellationToken, WorkspaceEdit> editOf
        ) =>
            services.Commands.Add(
                name,
                async (snapshot, arguments, token) =>
                {
                    if (
                        arguments is not [{ ValueKind: JsonValueKind.Object } first]
                        || Read(first, type) is not { } wish
                    )
                        throw new LspErrorException(LspErrorException.InvalidParams, $"{name} needs one object.");
                    await services
                        .Client.RequestAsync<ApplyWorkspaceEditParams, ApplyWorkspaceEditResult>(
                            "workspace/applyEdit",
                            new ApplyWorkspaceEditParams(null, editOf(snapshot, wish, token)),
                            token
                        )
                        .ConfigureAwait(false);
                    return null;
                }
            );
    }

    static T? Read<T>(JsonElement element, JsonTypeInfo<T> type)
    {
        try
        {
            return element.Deserialize(type);
        }
        catch (JsonException problem)
        {
            throw new LspErrorException(LspErrorException.InvalidParams, problem.Message);
        }
    }
}
