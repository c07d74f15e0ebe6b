using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Quality.Comparison;

/// <summary>What is the same for all pictures of a comparison.</summary>
sealed class ComparisonPlan
{
    public ComparisonPlan(ComparisonRequest request)
    {
        Parameters = request.Parameters;
        HasGuideline = request.Guideline is not null;
        Strategies = Parameters.ComparesBounds ? request.Profile.Strategies.OfBounds() : request.Profile.Strategies;
        Data = new(request.Truth, request.Work);
        Labels = LabelMap.Of(request.Truth, request.Work, request.Guideline);
        Attributes = new(Data, Labels, Strategies, Parameters);
        Rules = new(
            Parameters,
            Strategies.Similarities(Parameters, SkeletonSigmas.Of(Labels.Classes)),
            Labels.Classes,
            CriteriaOf(request)
        );
    }

    static ImmutableArray<MatchRule> CriteriaOf(ComparisonRequest request)
    {
        if (!request.Profile.Strategies.UsesMatchCriteria || request.Guideline?.Quality is not { } quality)
            return [];
        return request.Parameters.IsIouGiven
            ? [.. quality.Matches.Where(rule => rule.Measure is not ("iou" or "mask_iou"))]
            : quality.Matches;
    }

    public ComparedData Data { get; }

    public LabelMap Labels { get; }

    public bool HasGuideline { get; }

    public ProfileStrategies Strategies { get; }

    public ComparisonParameters Parameters { get; }

    public AttributeComparison Attributes { get; }

    public MatchRules Rules { get; }
}
