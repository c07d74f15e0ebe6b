namespace LabelSpec.LanguageServer.Protocol.Custom;

public sealed record FixParams(
    string Uri,
    string? Fingerprint = null,
    int? Fix = null,
    string? Rule = null,
    string? All = null
);

public sealed record FixResult(WorkspaceEdit Edit, int Applied, int Left);

public sealed record WaiveParams(
    string Uri,
    string Fingerprint,
    string Because,
    string? Scope = null,
    string? Until = null
);

public sealed record WaiveResult(WorkspaceEdit Edit, string Uri);

public sealed record BaselineParams(string? Uri = null, string? Fingerprint = null, string? Rule = null);

public sealed record BaselineResult(WorkspaceEdit Edit, string Uri, int Added);

public sealed record StatusParams(TextDocumentIdentifier? TextDocument = null);

public sealed record StatusGuideline(string Uri, string Name, string? Version);

public sealed record Status
{
    public string? Uri { get; init; }
    public string? Format { get; init; }
    public string? Dataset { get; init; }
    public StatusGuideline? Guideline { get; init; }
    public string? GuidelineBroken { get; init; }
    public required string Live { get; init; }
    public long Images { get; init; }
    public long Annotations { get; init; }
    public required Counts Counts { get; init; }
    public bool Pending { get; init; }
}
