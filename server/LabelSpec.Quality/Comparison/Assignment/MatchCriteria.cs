using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Quality.Comparison;

/// <summary>Which <c>match</c> criteria of a guideline hold where shapes are compared.</summary>
static class MatchCriteria
{
    /// <param name="guideline">The guideline; null without one.</param>
    /// <param name="profile">Whose numbers are asked for: those of CVAT depend on its own settings alone.</param>
    /// <param name="isIouGiven">Whether somebody gave an IoU for this run, which goes before the guideline's.</param>
    public static ImmutableArray<MatchRule> Of(Guideline? guideline, ProfileStrategies profile, bool isIouGiven) =>
        !profile.UsesMatchCriteria || guideline?.Quality is not { } quality ? []
        : isIouGiven ? [.. quality.Matches.Where(rule => rule.Measure is not ("iou" or "mask_iou"))]
        : quality.Matches;

    /// <summary>The IoU that criteria ask of all classes; <paramref name="otherwise"/> where they do not.</summary>
    public static double OverallIou(ImmutableArray<MatchRule> criteria, double otherwise) =>
        criteria.LastOrDefault(rule => rule is { Measure: "iou", Classes: null })?.Threshold ?? otherwise;
}
