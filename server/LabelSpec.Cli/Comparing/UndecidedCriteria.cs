using System.Collections.Immutable;
using LabelSpec.Cli.Checking;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Cli.Comparing;

/// <summary>Tells of criteria that neither pass nor fail: silence would pass for success.</summary>
static class UndecidedCriteria
{
    public static IEnumerable<Finding> Of(ImmutableArray<GateVerdict> gates, LoadedGuideline? guideline) =>
        gates
            .Where(gate => gate.Reached is null)
            .Select(gate =>
                ComparisonCode.Undecided.Finding(
                    guideline is null ? "" : DisplayPath.Of(guideline.Guideline.Files[0].Path),
                    $"{gate.Criterion} cannot be decided: {gate.Reason}"
                )
            );
}
