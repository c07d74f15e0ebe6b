using System.Text.Json;
using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Features.SpecTests;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.CodeLenses;

/// <summary>Lenses.</summary>
sealed class CodeLensesFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("codeLensProvider", () => new JsonObject { ["resolveProvider"] = false });
        features
            .Document<TextDocumentParams, IReadOnlyList<CodeLens>>("textDocument/codeLens")
            .In<GuidelineContent>(
                (context, _, cancellation) =>
                {
                    var analysis = context.Analysis();
                    var report = context.Snapshot.Caches.Get<SpecTestResults>().Find(analysis.Compilation);
                    return
                    [
                        .. GuidelineLenses
                            .In(analysis, report, features.Services.CountViolations(context.Snapshot, cancellation))
                            .Select(lens => new CodeLens(
                                context.RangeOf(lens.Span),
                                lens.RunsTests
                                    ? new Command(lens.Title, SpecTestsFeature.Command, [Text(context.Uri)])
                                    : new Command(lens.Title, "")
                            )),
                    ];
                }
            );
    }

    static JsonElement Text(string text) => JsonDocument.Parse(JsonValue.Create(text).ToJsonString()).RootElement;
}
