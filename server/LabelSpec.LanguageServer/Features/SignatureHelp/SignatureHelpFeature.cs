using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.SignatureHelp;

/// <summary>What a call takes, while it is written.</summary>
sealed class SignatureHelpFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce(
            "signatureHelpProvider",
            () =>
                new JsonObject
                {
                    ["triggerCharacters"] = new JsonArray("("),
                    ["retriggerCharacters"] = new JsonArray(","),
                }
        );
        features
            .Document<SignatureHelpParams, Protocol.SignatureHelp>("textDocument/signatureHelp")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    GuidelineSignatures.At(context.Analysis(), context.OffsetOf(wish.Position)) is { } call
                        ? new Protocol.SignatureHelp(
                            [
                                new SignatureInformation(
                                    call.Label,
                                    MarkupContent.Markdown(call.Documentation),
                                    [
                                        .. call.Parameters.Select(parameter => new ParameterInformation(
                                            [parameter.Start, parameter.End],
                                            MarkupContent.Markdown(parameter.Documentation)
                                        )),
                                    ]
                                ),
                            ],
                            0,
                            call.Active
                        )
                        : null
            );
    }
}
