using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Engine.SpecTests;

/// <summary>Whether what was found is what a test speaks of.</summary>
static class ExpectationMatch
{
    /// <param name="expectation">What the test says.</param>
    /// <param name="finding">What was found.</param>
    /// <param name="places">The annotations that it is about, in the order in which the rule binds them.</param>
    public static bool Matches(
        this Expectation expectation,
        SceneFinding finding,
        ImmutableArray<ImmutableArray<int>> places
    ) => expectation.IsAbout(finding) && expectation.IsAt(places);

    static bool IsAbout(this Expectation expectation, SceneFinding finding) =>
        expectation.RuleName is not { } name
        || name == finding.Rule
        || finding.CheckName is not null
            && (
                name.Equals(finding.Rule, StringComparison.OrdinalIgnoreCase)
                || name.Equals(finding.CheckName, StringComparison.OrdinalIgnoreCase)
            );

    static bool IsAt(this Expectation expectation, ImmutableArray<ImmutableArray<int>> places)
    {
        if (expectation.At.Length > places.Length)
            return false;
        // A pair without an order has none in tests either.
        return IsAt(expectation.At, places)
            || expectation.Rule?.Binder is UnorderedPairBinder
                && places.Length == 2
                && IsAt(expectation.At, [places[1], places[0]]);
    }

    static bool IsAt(ImmutableArray<ExpectedPlace> expected, ImmutableArray<ImmutableArray<int>> places)
    {
        for (var i = 0; i < expected.Length; i++)
            if (!expected[i].Annotations.Any(annotation => places[i].Contains(annotation)))
                return false;
        return true;
    }
}
