namespace LabelSpec.Quality.Comparison;

/// <summary>
/// One way to compare work with ground truth: what is comparable, how alike two annotations are, how they are paired, and
/// how grave what differs is.
/// </summary>
public sealed record ComparisonProfile
{
    internal ComparisonProfile(ProfileStrategies strategies) => Strategies = strategies;

    public required string Name { get; init; }

    /// <summary>A few words for people.</summary>
    public required string Description { get; init; }

    /// <summary>Unless the user or the guideline says otherwise.</summary>
    public required ComparisonParameters Defaults { get; init; }

    /// <summary>The form of CVAT's own report; null for profiles that do not reproduce CVAT.</summary>
    public CvatGeneration? Cvat { get; init; }

    /// <summary>What a score is whose denominator is 0; NaN says that it is undefined.</summary>
    public double ScoreOfNothing => Strategies.ScoreOfNothing;

    internal ProfileStrategies Strategies { get; }

    public override string ToString() => Name;
}
