using System.Text.Json;
using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.SpecTests;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.CodeLenses;

/// <summary>Lenses. Which violation a lens shows is looked for when the lens is looked at.</summary>
sealed class CodeLensesFeature : IFeature
{
    const string ShowTitle = "show on pictures";

    public void Register(FeatureRegistry features)
    {
        features.Announce("codeLensProvider", () => new JsonObject { ["resolveProvider"] = true });
        var shown = new ViolationsOnPictures(features.Services);
        features
            .Document<TextDocumentParams, IReadOnlyList<CodeLens>>("textDocument/codeLens")
            .In<GuidelineContent>(
                (context, _, cancellation) =>
                {
                    var analysis = context.Analysis();
                    var report = context.Snapshot.Caches.Get<SpecTestResults>().Find(analysis.Compilation);
                    var counts = features.Services.Data.CountsOf(context.Snapshot, context.Document.Path, cancellation);
                    return [.. GuidelineLenses.In(analysis, report, counts).Select(lens => Translate(context, lens))];
                }
            );
        features
            .Resolve<CodeLens>("codeLens/resolve", lens => lens.Data)
            .In<GuidelineContent>(
                (context, lens, cancellation) =>
                    lens with
                    {
                        Command = CommandOf(
                            context,
                            lens,
                            context.Client.ShowsPictures
                                ? features.Services.Data.FirstViolations(context.Snapshot, cancellation)
                                : FirstViolations.None
                        ),
                    }
            );
        features.Services.Commands.Add(ViolationsOnPictures.Command, shown.ShowAsync);
    }

    static CodeLens Translate(DocumentContext<GuidelineContent> context, GuidelineLens lens)
    {
        var range = context.RangeOf(lens.Span);
        return lens.Does switch
        {
            LensAction.RunTests => new CodeLens(
                range,
                new Command(lens.Title, SpecTestsFeature.Command, [ItemData.Of(JsonValue.Create(context.Uri))])
            ),
            LensAction.ListRule when context.Client.ListsFindings => new CodeLens(
                range,
                new Command(lens.Title, "labelspec.findings.showRule", [ItemData.Of(JsonValue.Create(lens.Subject))])
            ),
            LensAction.ShowRule => Unresolved("rule"),
            LensAction.ShowClass => Unresolved("class"),
            _ => new CodeLens(range, new Command(lens.Title, "")),
        };

        CodeLens Unresolved(string kind) =>
            new(range, null, ItemData.Of(new JsonObject { ["uri"] = context.Uri, [kind] = lens.Subject }));
    }

    static Command? CommandOf(DocumentContext<GuidelineContent> context, CodeLens lens, FirstViolations firsts)
    {
        var rule = ItemData.TextOf(lens.Data, "rule");
        var label = ItemData.TextOf(lens.Data, "class");
        if ((rule ?? label) is not { } subject)
            return lens.Command;
        return (rule is null ? firsts.OfClasses : firsts.OfRules).TryGetValue(subject, out var first)
            ? new Command(
                ShowTitle,
                "labelspec.showPicture",
                [
                    JsonSerializer.SerializeToElement(
                        new PictureParams(
                            new TextDocumentIdentifier(context.Snapshot.UriOf(first.Path)),
                            first.Position
                        ),
                        ProtocolContext.Default.PictureParams
                    ),
                ]
            )
            : new Command(
                ShowTitle,
                ViolationsOnPictures.Command,
                [ItemData.Of(new JsonObject { [rule is null ? "class" : "rule"] = subject })]
            );
    }
}
