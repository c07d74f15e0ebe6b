using System.Collections.Immutable;

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
        Attributes = Parameters.CompareAttributes
            ? new(Data, Labels, Strategies, new ParameterAttributeRules(Strategies, Parameters))
            : AttributeComparison.Nothing(Labels.Names.Length);
        Keypoints = Strategies.ComparesKeypoints ? KeypointLabels.Of(Data, Labels) : null;
        Requirements =
            Keypoints is null || request.Requirements is null
                ? []
                :
                [
                    .. request
                        .Requirements.Requirements.Where(requirement => requirement.IsEnabled)
                        .Select(requirement => new RequirementPlan(this, Keypoints, requirement)),
                ];
        Rules = new(
            Parameters,
            Strategies.Similarities(Parameters, SkeletonSigmas.Of(Labels.Classes)),
            Labels.Classes,
            MatchCriteria.Of(request.Guideline, Strategies, Parameters.IsIouGiven)
        );
    }

    public ComparedData Data { get; }

    public LabelMap Labels { get; }

    public bool HasGuideline { get; }

    public ProfileStrategies Strategies { get; }

    public ComparisonParameters Parameters { get; }

    public AttributeComparison Attributes { get; }

    public MatchRules Rules { get; }

    /// <summary>The points of skeletons, where they are compared one by one too; null otherwise.</summary>
    public KeypointLabels? Keypoints { get; }

    /// <summary>The enabled requirements, each judged on its own.</summary>
    public ImmutableArray<RequirementPlan> Requirements { get; }
}
