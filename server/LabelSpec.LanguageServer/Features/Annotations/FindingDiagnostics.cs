using System.Text.Json;
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
    /// <summary>The findings of one file that are worth a mark in its text, and a word about those that are not.</summary>
    public static List<Diagnostic> Of(WorkspaceSnapshot snapshot, FindingList findings)
    {
        var shown = Gravest(findings, snapshot.MostDiagnostics());
        var diagnostics = new List<Diagnostic>(shown.Count + 1);
        foreach (var index in shown)
            diagnostics.Add(Of(snapshot, findings.WithoutFixes(index)));
        if (findings.Count > shown.Count)
            diagnostics.Add(
                new Diagnostic(
                    default,
                    DiagnosticSeverity.Information,
                    "LabelSpec",
                    $"{findings.Count - shown.Count} more findings of this file are not marked in the text: only the gravest "
                        + $"{shown.Count} are (setting `labelspec.{DiagnosticSettings.Section}.{DiagnosticSettings.MaximumName}`). "
                        + "The findings view and `labelspec check` list all of them."
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
        JsonDocument.Parse($$"""{"finding":"{{JsonEncodedText.Encode(fingerprint)}}"}""").RootElement;

    /// <summary>The gravest, and all in the order of the file.</summary>
    static IReadOnlyList<int> Gravest(FindingList findings, int most)
    {
        var all = Enumerable.Range(0, findings.Count);
        return findings.Count <= most ? [.. all] : [.. all.OrderByDescending(findings.SeverityAt).Take(most).Order()];
    }
}
