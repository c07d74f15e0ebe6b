using System.Collections.Immutable;

namespace LabelSpec.Engine.SpecTests;

/// <summary>All tests of a guideline, and what they cover.</summary>
/// <param name="Results">In the order of the guideline.</param>
/// <param name="Coverage">One for each rule, in the order of the guideline.</param>
public sealed record SpecTestReport(ImmutableArray<SpecTestResult> Results, ImmutableArray<RuleCoverage> Coverage)
{
    public bool HasFailures => Results.Any(result => result.Outcome == SpecTestOutcome.Failed);
}
