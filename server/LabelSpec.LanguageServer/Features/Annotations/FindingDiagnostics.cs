using System.Text.Json;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;
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
        foreach (var finding in findings.WithoutFixes(shown))
            diagnostics.Add(Of(snapshot, finding));
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
    static List<int> Gravest(FindingList findings, int most)
    {
        if (findings.Count <= most)
            return [.. Enumerable.Range(0, findings.Count)];
        var counts = new int[(int)Severity.Error + 1];
        for (var index = 0; index < findings.Count; index++)
            counts[(int)findings.SeverityAt(index)]++;
        // The least grave ones that are shown, and how many of them.
        var (least, left) = ((int)Severity.Error, most);
        while (counts[least] <= left)
            left -= counts[least--];
        var gravest = new List<int>(most);
        for (var index = 0; gravest.Count < most; index++)
        {
            var severity = (int)findings.SeverityAt(index);
            if (severity > least || (severity == least && left-- > 0))
                gravest.Add(index);
        }

        return gravest;
    }
}
