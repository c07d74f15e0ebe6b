using System.Text.Json;
using System.Text.Json.Nodes;
using LabelSpec.Grammar;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Transport;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.SpecTests;

/// <summary>
/// The command `labelspec.addTest`: a test of a rule, made of a violation in real data, at the end of the rule's file. A command and
/// no edit, as trying it out takes longer than a menu may.
/// </summary>
sealed class AddTestFeature : IFeature
{
    public const string CommandName = "labelspec.addTest";

    /// <summary>Larger files are read and judged too slowly for somebody who waits.</summary>
    const long LargestClosed = 64 << 20;

    public void Register(FeatureRegistry features)
    {
        var services = features.Services;
        services.Commands.Add(
            CommandName,
            async (snapshot, arguments, cancellation) =>
            {
                if (arguments is not [{ ValueKind: JsonValueKind.Object } wish] || TextOf(wish, "rule") is not { } rule)
                    throw new LspErrorException(
                        LspErrorException.InvalidParams,
                        $"{CommandName} needs {{ rule, uri?, fingerprint? }}."
                    );
                var edit = EditOf(services, snapshot, rule, wish, cancellation);
                await services
                    .Client.RequestAsync<ApplyWorkspaceEditParams, ApplyWorkspaceEditResult>(
                        "workspace/applyEdit",
                        new ApplyWorkspaceEditParams($"Add a test of {rule}", edit),
                        cancellation
                    )
                    .ConfigureAwait(false);
                return null;
            }
        );
    }

    /// <summary>The action that runs the command.</summary>
    /// <param name="source">What it is made from, as people call it.</param>
    /// <param name="finding">A finding in a file; null for the first violation of the rule.</param>
    public static CodeAction Action(string rule, string source, (string Uri, string Fingerprint)? finding, string kind)
    {
        var wish = new JsonObject { ["rule"] = rule };
        if (finding is var (uri, fingerprint))
            (wish["uri"], wish["fingerprint"]) = (uri, fingerprint);
        var title = $"Add a test of {rule} from {source}";
        return new CodeAction(
            title,
            kind,
            Command: new Command(title, CommandName, [JsonDocument.Parse(wish.ToJsonString()).RootElement])
        );
    }

    static WorkspaceEdit EditOf(
        ServerServices services,
        WorkspaceSnapshot snapshot,
        string rule,
        JsonElement wish,
        CancellationToken cancellation
    )
    {
        var path = TextOf(wish, "uri") is { } uri
            ? DocumentUri.PathOf(uri)
            : services.Data.FirstViolations(snapshot, cancellation).OfRules.GetValueOrDefault(rule)?.Path
                ?? throw Failed($"No data violates {rule}.");
        if (snapshot.DocumentAt(path) is null && new FileInfo(path) is not { Exists: true, Length: <= LargestClosed })
            throw Failed(
                $"{Path.GetFileName(path)} is too large to look into; open a smaller file with the violation."
            );
        var analysis = snapshot.ViewAt(path, cancellation).Analysis;
        if (analysis.Target.Guideline is not { } entry || snapshot.Guidelines().AnalysisOf(entry) is not { } guideline)
            throw Failed("No guideline judges this data.");
        var symbol =
            guideline.Compilation.Guideline.Rules.FirstOrDefault(one => one.Name == rule)
            ?? throw Failed($"{rule} is no rule of the guideline.");
        var fingerprint = TextOf(wish, "fingerprint");
        var home = symbol.Origin.Span.File.Path;
        var tests = new TestFromViolation(
            analysis,
            guideline.Compilation.Guideline,
            text => Compiled(snapshot, entry, home, text)
        );
        var text =
            analysis
                .In(path)
                .Where(finding => finding.Rule == rule && (fingerprint is null || finding.Fingerprint == fingerprint))
                .Take(10)
                .Select(finding => tests.Of(finding, cancellation))
                .FirstOrDefault(found => found is not null)
            ?? throw Failed(
                $"The violation of {rule} needs more than one picture with shapes that a scene can draw; write its test by hand."
            );
        var before = snapshot.Guidelines().TreeOf(home)!.Text;
        var separator =
            before.EndsWith("\n\n", StringComparison.Ordinal) ? ""
            : before.EndsWith('\n') ? "\n"
            : "\n\n";
        return new EditBuilder(snapshot).Replace(home, new TextSpan(before.Length, 0), separator + text).Build();
    }

    /// <summary>The guideline with a text at the end of one of its files; null where that has errors.</summary>
    static Guideline? Compiled(WorkspaceSnapshot snapshot, string entry, string home, string text)
    {
        var guidelines = snapshot.Guidelines();
        var changed = SyntaxTree.Parse(guidelines.TreeOf(home)!.Text + "\n\n" + text);
        var compilation = CompilationCache.Compile(
            entry,
            entry == home ? changed : guidelines.TreeOf(entry)!,
            path => path == home ? changed : guidelines.TreeOf(path)
        );
        return compilation.HasErrors ? null : compilation.Guideline;
    }

    static string? TextOf(JsonElement wish, string name) =>
        wish.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static LspErrorException Failed(string reason) => new(LspErrorException.RequestFailed, reason);
}
