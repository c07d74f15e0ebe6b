using System.Text.Json;
using System.Text.Json.Nodes;
using LabelSpec.Engine.SpecTests;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.SpecTests;

/// <summary>
/// Runs the tests of open guidelines a moment after the last keystroke, and on command. What fails is reported as
/// diagnostics, how each test went as lenses.
/// </summary>
sealed class SpecTestsFeature : IFeature
{
    public const string Command = "labelspec.runTests";

    static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(300);

    public void Register(FeatureRegistry features)
    {
        var services = features.Services;
        var last = CancellationTokenSource.CreateLinkedTokenSource(services.Ended);
        services.Changed += snapshot =>
        {
            // What was true of the text before must not keep the one who types waiting.
            var mine = CancellationTokenSource.CreateLinkedTokenSource(services.Ended);
            using (var before = Interlocked.Exchange(ref last, mine))
                before.Cancel();
            _ = RunAfterQuietAsync(services, mine.Token);
        };
        services.Commands.Add(
            Command,
            (snapshot, arguments, cancellation) =>
            {
                var uri = arguments is [{ ValueKind: JsonValueKind.String } first, ..] ? first.GetString() : null;
                var report =
                    uri is null ? null
                    : snapshot.Guidelines().AnalysisOf(DocumentUri.PathOf(uri)) is { } analysis
                        ? snapshot.Caches.Get<SpecTestResults>().Run(analysis.Compilation, cancellation)
                    : null;
                services.Diagnostics.RaiseMoreIsKnown();
                return Task.FromResult<JsonElement?>(Summary(report));
            }
        );
    }

    static async Task RunAfterQuietAsync(ServerServices services, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(QuietTime, cancellation).ConfigureAwait(false);
            var snapshot = services.Current();
            var results = snapshot.Caches.Get<SpecTestResults>();
            var hasNews = false;
            foreach (var document in snapshot.Documents.Values.Where(document => document.Content is GuidelineContent))
            foreach (var compilation in snapshot.Guidelines().AnalysisOf(document.Path)!.Compilations)
                hasNews |=
                    results.Find(compilation) is null
                    && results.Run(compilation, cancellation) is { HasFailures: true };

            if (!hasNews)
                return;
            services.Diagnostics.RaiseMoreIsKnown();
            if (snapshot.Client.Has("workspace.codeLens.refreshSupport"))
                await services.Client.RequestAsync("workspace/codeLens/refresh", services.Ended).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The text changed again, or the session is over.
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            await services
                .Client.NotifyAsync(
                    "window/logMessage",
                    new LogMessageParams(1, $"The tests did not run: {problem.Message}")
                )
                .ConfigureAwait(false);
        }
    }

    static JsonElement? Summary(SpecTestReport? report)
    {
        if (report is null)
            return null;
        var summary = new JsonObject
        {
            ["passed"] = report.Results.Count(result => result.Outcome != SpecTestOutcome.Failed),
            ["failed"] = report.Results.Count(result => result.Outcome == SpecTestOutcome.Failed),
        };
        return JsonDocument.Parse(summary.ToJsonString()).RootElement;
    }
}
