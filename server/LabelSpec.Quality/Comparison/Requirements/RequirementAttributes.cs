using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>Which attributes must be equal for two annotations to be a pair (CVAT, <c>attribute_comparison</c>).</summary>
public sealed record RequirementAttributes : IAttributeRules
{
    /// <summary>Nothing is compared, as CVAT's base requirements have it.</summary>
    public static RequirementAttributes None { get; } = new();

    /// <summary>Whether attributes without a rule are compared.</summary>
    public bool ComparesOthers { get; init; }

    /// <summary>How those are.</summary>
    public AttributeRule Default { get; init; } = AttributeRule.Exact;

    /// <summary>What holds for single attributes; a later rule goes before an earlier one.</summary>
    public ImmutableArray<RequirementAttributeRule> Rules { get; init; } = [];

    /// <inheritdoc/>
    public AttributeRule? RuleOf(string label, string attribute)
    {
        for (var i = Rules.Length - 1; i >= 0; i--)
            if (Rules[i].IsOf(label, attribute))
                return Rules[i].IsEnabled ? Rules[i].How : null;
        return ComparesOthers ? Default : null;
    }

    /// <summary>The attributes that a rule of their own compares.</summary>
    internal IEnumerable<RequirementAttributeRule> Required => Rules.Where(rule => rule.IsEnabled);
}
