using System.Text.Json;
using System.Text.Json.Nodes;
using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Features.Diagnostics;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using Diagnostic = LabelSpec.LanguageServer.Protocol.Diagnostic;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>Findings in annotation files as diagnostics.</summary>
static class FindingDiagnostics
{
    /// <summary>Editors draw each diagnostic again with each change; beyond this they stop being of help.</summary>
    public const int Most = 2000;

    public static List<Diagnostic> Of(WorkspaceSnapshot snapshot, IReadOnlyList<Finding> findings)
    {
        // The gravest are kept, and all in the order of the file.
        var shown = findings.Count <= Most ? findings : Gravest(findings);
        var diagnostics = shown.Select(finding => Of(snapshot, finding)).ToList();
        if (findings.Count > shown.Count)
            diagnostics.Add(
                new Diagnostic(
                    default,
                    DiagnosticSeverity.Information,
                    "LabelSpec",
                    $"{findings.Count - shown.Count} more findings of this file are not marked in the text."
                )
            );
        return diagnostics;
    }

    public static Diagnostic Of(WorkspaceSnapshot snapshot, Finding finding) =>
        new(
            AnnotationView.RangeOf(finding.Location),
            Severities.Of(finding.Severity),
            finding.Rule,
            finding.Message,
            Tags: TagsOf(finding.Rule),
            RelatedInformation: finding.Related.IsEmpty
                ? null
                :
                [
                    .. finding.Related.Select(related => new DiagnosticRelatedInformation(
                        new Protocol.Location(
                            snapshot.UriOf(related.Location.File),
                            AnnotationView.RangeOf(related.Location)
                        ),
                        related.Message
                    )),
                ],
            Data: DataOf(finding.Fingerprint)
        );

    static IReadOnlyList<DiagnosticTag>? TagsOf(string rule) =>
        rule switch
        {
            "LS3102" => [DiagnosticTag.Deprecated],
            "LS3601" or "LS5010" => [DiagnosticTag.Unnecessary],
            _ => null,
        };

    /// <summary>The finding that a diagnostic was made of; null where it is none of ours.</summary>
    public static string? FingerprintOf(Diagnostic diagnostic) =>
        diagnostic.Data is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("finding", out var finding)
        && finding.ValueKind == JsonValueKind.String
            ? finding.GetString()
            : null;

    static JsonElement DataOf(string fingerprint) =>
        JsonDocument.Parse(new JsonObject { ["finding"] = fingerprint }.ToJsonString()).RootElement;

    static List<Finding> Gravest(IReadOnlyList<Finding> findings) =>
        [
            .. findings
                .Select((finding, index) => (finding, index))
                .OrderByDescending(item => item.finding.Severity)
                .ThenBy(item => item.index)
                .Take(Most)
                .OrderBy(item => item.index)
                .Select(item => item.finding),
        ];
}
