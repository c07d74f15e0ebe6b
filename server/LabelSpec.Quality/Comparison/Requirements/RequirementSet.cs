using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>The requirements that work is judged by, each after the one that it narrows.</summary>
public sealed record RequirementSet(ImmutableArray<Requirement> Requirements)
{
    /// <summary>CVAT's base requirements: one for each type, without a filter.</summary>
    public static RequirementSet Base { get; } =
        new([
            .. RequirementType.All.Select(type => new Requirement
            {
                Name = type.Name,
                Type = type,
                Parameters = ComparisonProfiles.Cvat274.Defaults,
            }),
        ]);
}
