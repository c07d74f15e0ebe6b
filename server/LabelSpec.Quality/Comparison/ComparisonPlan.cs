using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Quality.Comparison;

/// <summary>What is the same for all pictures of a comparison.</summary>
sealed class ComparisonPlan
{
    public ComparisonPlan(ComparisonRequest request)
    {
        (Profile, Parameters) = (request.Profile, request.Parameters);
        Data = new(request.Truth, request.Work);
        Labels = LabelMap.Of(request.Truth, request.Work, request.Guideline);
        Attributes = new(Data, Labels, Profile.Strategies, Parameters);
        Rules = new(
            Parameters,
            Profile.Strategies.Similarities(Parameters, SkeletonSigmas.Of(Labels)),
            Labels,
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

    public ComparisonProfile Profile { get; }

    public ComparisonParameters Parameters { get; }

    public AttributeComparison Attributes { get; }

    public MatchRules Rules { get; }
}
