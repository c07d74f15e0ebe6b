namespace LabelSpec.Quality.Comparison;

/// <summary>How an attribute is compared, as far as it is said.</summary>
sealed record AttributeSetting
{
    /// <summary>Empty for all that have no rule of their own.</summary>
    public string Attribute { get; init; } = "";

    public string? Label { get; init; }

    public long? SpecId { get; init; }

    public bool? IsEnabled { get; init; }

    /// <summary>Whether <c>exact</c> or <c>levenshtein</c> is said.</summary>
    public AttributeComparator? Comparator { get; init; }

    /// <summary>The smallest similarity of texts.</summary>
    public double? Threshold { get; init; }

    /// <summary>Exactly unless said otherwise; and alike to what share unless said: entirely (CVAT, <c>AttributeComparisonRule</c>).</summary>
    public AttributeRule How =>
        Comparator == AttributeComparator.Levenshtein
            ? new(AttributeComparator.Levenshtein, Threshold ?? 1)
            : AttributeRule.Exact;

    public bool IsOfTheSame(AttributeSetting other) => Attribute == other.Attribute && Label == other.Label;

    /// <summary>With what another says where this says nothing.</summary>
    public AttributeSetting Or(AttributeSetting other) =>
        this with
        {
            IsEnabled = IsEnabled ?? other.IsEnabled,
            Comparator = Comparator ?? other.Comparator,
            Threshold = Threshold ?? other.Threshold,
        };
}
