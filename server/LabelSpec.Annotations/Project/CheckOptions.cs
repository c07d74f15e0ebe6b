namespace LabelSpec.Annotations.Project;

/// <summary>Tunes one built-in check.</summary>
public sealed record CheckOptions
{
    /// <summary>The check's severity; off turns it off.</summary>
    public SeverityOverride? Severity { get; init; }

    /// <summary>The check's own options (tolerance: 2px), as written; the check's page says which it has.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
