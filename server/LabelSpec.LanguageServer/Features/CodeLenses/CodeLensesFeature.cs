using System.Text.Json;
using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.SpecTests;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.CodeLenses;

/// <summary>Lenses.</summary>
sealed class CodeLensesFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("codeLensProvider", () => new JsonObject { ["resolveProvider"] = false });
        var shown = new ViolationsOnPictures(features.Services);
        features
            .Document<TextDocumentParams, IReadOnlyList<CodeLens>>("textDocument/codeLens")
            .In<GuidelineContent>(
                (context, _, cancellation) =>
                {
                    var analysis = context.Analysis();
                    var report = context.Snapshot.Caches.Get<SpecTestResults>().Find(analysis.Compilation);
                    var counts = features.Services.Data.CountsOf(context.Snapshot, context.Document.Path, cancellation);
                    var firsts =
                        counts.IsEmpty || !context.Snapshot.Client.ShowsPictures
                            ? FirstViolations.None
                            : features.Services.Data.FirstViolations(context.Snapshot, cancellation);
                    return
                    [
                        .. GuidelineLenses
                            .In(analysis, report, counts)
                            .Select(lens => new CodeLens(context.RangeOf(lens.Span), CommandOf(context, lens, firsts))),
                    ];
                }
            );
        features.Services.Commands.Add(ViolationsOnPictures.Command, shown.ShowAsync);
    }

    static Command CommandOf(DocumentContext<GuidelineContent> context, GuidelineLens lens, FirstViolations firsts) =>
        lens.Does switch
        {
            LensAction.RunTests => new Command(lens.Title, SpecTestsFeature.Command, [Text(context.Uri)]),
            LensAction.ShowRule => Show(context, lens, "rule", firsts.OfRules),
            LensAction.ShowClass => Show(context, lens, "class", firsts.OfClasses),
            _ => new Command(lens.Title, ""),
        };

    static Command Show(
        DocumentContext<GuidelineContent> context,
        GuidelineLens lens,
        string kind,
        IReadOnlyDictionary<string, ShownViolation> firsts
    ) =>
        firsts.TryGetValue(lens.Subject, out var first)
            ? new Command(
                lens.Title,
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
            : new Command(lens.Title, ViolationsOnPictures.Command, [Object(new JsonObject { [kind] = lens.Subject })]);

    static JsonElement Text(string text) => Object(JsonValue.Create(text));

    static JsonElement Object(JsonNode node) => JsonDocument.Parse(node.ToJsonString()).RootElement;
}
