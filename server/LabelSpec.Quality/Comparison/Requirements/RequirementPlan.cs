using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>What is the same for all pictures of the comparison that a requirement asks for.</summary>
sealed class RequirementPlan
{
    readonly KeypointLabels? keypoints;

    public RequirementPlan(ComparisonPlan plan, KeypointLabels keypoints, Requirement requirement)
    {
        Requirement = requirement;
        var isKeypoint = requirement.Type.IsKeypoint;
        this.keypoints = isKeypoint ? keypoints : null;
        Labels = isKeypoint ? keypoints.Names : plan.Labels.Names;
        Strategies = plan.Strategies with
        {
            Veto =
                isKeypoint && requirement.Attributes.RuleOf("", "occluded") is not null
                    ? new HiddenPointsVeto()
                    : plan.Strategies.Veto,
        };
        Rules = new(requirement.Parameters, Strategies.Similarities(requirement.Parameters, []), [], []);
        Attributes = isKeypoint
            ? AttributeComparison.Nothing(Labels.Length)
            : new(plan.Data, plan.Labels, Strategies, requirement.Attributes);
    }

    public Requirement Requirement { get; }

    public ProfileStrategies Strategies { get; }

    public MatchRules Rules { get; }

    public AttributeComparison Attributes { get; }

    public ImmutableArray<string> Labels { get; }

    /// <summary>What it says, made of the result of the comparison.</summary>
    /// <param name="images">As its comparer judged them.</param>
    public RequirementResult ResultOf(ComparisonResult whole, ImmutableArray<ImageResult> images) =>
        new(
            Requirement,
            (keypoints?.ResultOf(whole, images) ?? whole) with
            {
                Parameters = Requirement.Parameters,
                Attributes = Attributes.Names,
                Images = images,
                Keypoints = null,
                Requirements = [],
                RequirementCount = null,
                Findings = [],
            }
        );
}
