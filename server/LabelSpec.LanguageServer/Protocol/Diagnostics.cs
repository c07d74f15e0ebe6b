using System.Text.Json.Serialization;

namespace LabelSpec.LanguageServer.Protocol;

public enum DiagnosticSeverity
{
    Error = 1,
    Warning = 2,
    Information = 3,
    Hint = 4,
}

public enum DiagnosticTag
{
    Unnecessary = 1,
    Deprecated = 2,
}

public sealed record CodeDescription(string Href);

public sealed record DiagnosticRelatedInformation(Location Location, string Message);

/// <param name="Code">Ours; in what clients send with requests also that of other servers, whose codes may be numbers.</param>
public sealed record Diagnostic(
    Range Range,
    DiagnosticSeverity Severity,
    [property: JsonConverter(typeof(DiagnosticCodeConverter))] string Code,
    string Message,
    string Source = "labelspec",
    CodeDescription? CodeDescription = null,
    IReadOnlyList<DiagnosticTag>? Tags = null,
    IReadOnlyList<DiagnosticRelatedInformation>? RelatedInformation = null,
    System.Text.Json.JsonElement? Data = null
);

public sealed record PublishDiagnosticsParams(string Uri, int? Version, IReadOnlyList<Diagnostic> Diagnostics);

public sealed record DocumentDiagnosticParams(
    TextDocumentIdentifier TextDocument,
    string? Identifier,
    string? PreviousResultId
) : IDocumentParams;

/// <summary>A full report, or <c>unchanged</c> with the same result id and no items.</summary>
public sealed record DocumentDiagnosticReport(string Kind, string? ResultId, IReadOnlyList<Diagnostic>? Items);

public sealed record PreviousResultId(string Uri, string Value);

public sealed record WorkspaceDiagnosticParams(
    string? Identifier,
    IReadOnlyList<PreviousResultId> PreviousResultIds,
    System.Text.Json.JsonElement? PartialResultToken
);

public sealed record WorkspaceDocumentDiagnosticReport(
    string Kind,
    string Uri,
    int? Version,
    string? ResultId,
    IReadOnlyList<Diagnostic>? Items
);

public sealed record WorkspaceDiagnosticReport(IReadOnlyList<WorkspaceDocumentDiagnosticReport> Items);
