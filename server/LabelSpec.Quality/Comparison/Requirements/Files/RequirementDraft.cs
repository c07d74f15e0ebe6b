namespace LabelSpec.Quality.Comparison;

/// <summary>A requirement as its file has it: whatever it leaves open, it inherits.</summary>
sealed class RequirementDraft(int start)
{
    /// <summary>Where it stands.</summary>
    public int Start => start;

    public string Name { get; init; } = "";

    public long? Id { get; init; }

    public JsonPart? Parent { get; init; }

    public long SortOrder { get; init; }

    public bool IsEnabled { get; init; } = true;

    /// <summary>Null where it is inherited.</summary>
    public JsonPart? Type { get; init; }

    public JsonPart? Filter { get; init; }

    public RequirementMetric? Metric { get; init; }

    public double? RequiredScore { get; init; }

    /// <summary>What it changes of what it inherits.</summary>
    public Func<ComparisonParameters, ComparisonParameters> Change { get; init; } = parameters => parameters;

    public AttributeSettings Attributes { get; init; } = AttributeSettings.None;

    /// <summary>Keys with a <c>null</c>, which only what has a parent may have.</summary>
    public IReadOnlyList<(string Key, JsonPart Value)> Inherited { get; init; } = [];
}
