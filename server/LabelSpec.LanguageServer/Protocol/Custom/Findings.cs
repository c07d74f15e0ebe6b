namespace LabelSpec.LanguageServer.Protocol.Custom;

/// <summary>Shapes that the page on custom requests explains; the two must agree.</summary>
public sealed record Counts(int Errors, int Warnings, int Infos, int Hints)
{
    public static Counts operator +(Counts a, Counts b) =>
        new(a.Errors + b.Errors, a.Warnings + b.Warnings, a.Infos + b.Infos, a.Hints + b.Hints);
}

public sealed record FixInfo(string Title, bool Safe);

public sealed record ShownValue(string Name, string Value);

public sealed record RelatedFinding(string Uri, Range Range, string Message, string? Annotation);

public record ShownFinding
{
    public required string Uri { get; init; }
    public required string Fingerprint { get; init; }
    public required string Rule { get; init; }
    public required string Title { get; init; }
    public required string Severity { get; init; }
    public required string Message { get; init; }
    public required Range Range { get; init; }
    public string? Image { get; init; }
    public string? Annotation { get; init; }
    public string? Annotator { get; init; }
    public required IReadOnlyList<ShownValue> Values { get; init; }
    public required IReadOnlyList<RelatedFinding> Related { get; init; }
    public required IReadOnlyList<FixInfo> Fixes { get; init; }
    public string? Help { get; init; }
    public bool FromDisk { get; init; }
}

public sealed record FindingsFilter(
    IReadOnlyList<string>? Severities = null,
    IReadOnlyList<string>? Rules = null,
    IReadOnlyList<string>? Files = null,
    string? Text = null
);

public sealed record FindingsParams(
    string GroupBy,
    FindingsFilter? Filter = null,
    string? Group = null,
    int? Offset = null,
    int? Limit = null
);

public sealed record FindingsGroup(
    string Key,
    string Label,
    string? Description,
    string Severity,
    Counts Counts,
    string? Uri,
    string? Help
);

public sealed record FindingsResult(
    long Generation,
    int Total,
    Counts Counts,
    int GroupCount,
    IReadOnlyList<FindingsGroup>? Groups,
    IReadOnlyList<ShownFinding>? Items,
    bool Pending
);

public sealed record FindingsChangedParams(long Generation, Counts Counts, bool Pending);
