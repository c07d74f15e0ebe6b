using System.Text.Json.Serialization;

namespace LabelSpec.Annotations.Project;

/// <summary>An exception: findings of one rule or check that are accepted, for a reason, until a date.</summary>
public sealed record Waiver
{
    /// <summary>The rule's name or the check's code.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Where the project file names the rule.</summary>
    [JsonIgnore]
    public TextRange RulePlace { get; init; }

    /// <summary>The annotation file or glob it holds for; every file when it is left out.</summary>
    public string? File { get; init; }

    /// <summary>The image (its file name) it holds for; every image when it is left out.</summary>
    public string? Image { get; init; }

    /// <summary>The id of the annotation it holds for; every annotation when it is left out.</summary>
    public string? Annotation { get; init; }

    /// <summary>Why the finding is accepted.</summary>
    public string Because { get; init; } = "";

    /// <summary>The last day on which it holds (year-month-day).</summary>
    public DateOnly Until { get; init; }

    public bool IsExpired(DateOnly today) => today > Until;
}
