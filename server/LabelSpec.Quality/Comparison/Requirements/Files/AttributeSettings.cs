using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>What a requirement says of attributes, as its file has it: whatever it leaves open, it inherits.</summary>
sealed record AttributeSettings
{
    public static AttributeSettings None { get; } = new();

    public AttributeSetting Default { get; init; } = new();

    /// <summary>By attribute, later ones in the place of earlier ones.</summary>
    public ImmutableArray<AttributeSetting> Rules { get; init; } = [];

    /// <summary>With what a narrower requirement says: rules as a whole, the default one by one (CVAT, <c>merge_attribute_comparison</c>).</summary>
    public AttributeSettings With(AttributeSettings narrower)
    {
        var rules = Rules.ToList();
        foreach (var rule in narrower.Rules)
        {
            rules.RemoveAll(rule.IsOfTheSame);
            rules.Add(rule);
        }

        return new() { Default = narrower.Default.Or(Default), Rules = [.. rules] };
    }

    public RequirementAttributes Resolve() =>
        new()
        {
            ComparesOthers = Default.IsEnabled ?? false,
            Default = Default.How,
            Rules =
            [
                .. Rules
                    .Select(rule => (rule, full: rule.Or(Default)))
                    .Select(each => new RequirementAttributeRule(
                        each.rule.Attribute,
                        each.rule.Label,
                        each.full.IsEnabled ?? false,
                        each.full.How
                    )
                    {
                        SpecId = each.rule.SpecId,
                    }),
            ],
        };
}
