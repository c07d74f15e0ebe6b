using System.Collections.Immutable;
using LabelSpec.Engine.Settings;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Engine.SpecTests;

/// <summary>
/// Runs the tests of a guideline: its <c>test</c> scenes, and its examples and counterexamples, each judged as if it were
/// real data.
/// </summary>
/// <remarks>
/// A <c>test</c> passes if everything that it expects is found, and nothing else is. Rules over the whole data take part only in
/// tests that name them, as no scene has a thousand pedestrians. An example must be clean, and a counterexample must not
/// be; both are judged only by rules that speak of single annotations.
/// </remarks>
public static class SpecTestRunner
{
    /// <exception cref="OperationCanceledException">Somebody stopped waiting for it.</exception>
    public static SpecTestReport Run(Guideline guideline, CancellationToken cancellation = default)
    {
        var settings = SettingsResolution.Resolve(CheckSettings.Default, null, guideline);
        var coverage = new Dictionary<RuleSymbol, RuleCoverage>();
        foreach (var rule in guideline.Rules)
            coverage[rule] = new RuleCoverage(rule, 0, 0, 0);
        var results = ImmutableArray.CreateBuilder<SpecTestResult>();
        foreach (var test in guideline.Tests)
        {
            cancellation.ThrowIfCancellationRequested();
            var judge = new SceneJudge(test, guideline, settings, rule => TakesPart(rule, test));
            results.Add(test.Origin == TestOrigin.Test ? Compare(test, judge) : CompareExample(test, judge));
            foreach (var rule in guideline.Rules)
                coverage[rule] = Counted(coverage[rule], judge.CountsOf(rule));
        }
        return new SpecTestReport(results.ToImmutable(), [.. guideline.Rules.Select(rule => coverage[rule])]);
    }

    /// <summary>Runs one test.</summary>
    public static SpecTestResult Run(Guideline guideline, TestSymbol test) =>
        Compare(
            test,
            new SceneJudge(
                test,
                guideline,
                SettingsResolution.Resolve(CheckSettings.Default, null, guideline),
                rule => TakesPart(rule, test)
            )
        );

    static bool TakesPart(RuleSymbol rule, TestSymbol test) =>
        test.Origin != TestOrigin.Test
            ? LoneRule.Is(rule)
            : rule.Binder is not DatasetBinder || test.Expectations.Any(expectation => expectation.Rule == rule);

    static RuleCoverage Counted(RuleCoverage coverage, (long Satisfied, long Violated, long Undecidable) counts) =>
        coverage with
        {
            Satisfied = coverage.Satisfied + (counts.Satisfied > 0 ? 1 : 0),
            Violated = coverage.Violated + (counts.Violated > 0 ? 1 : 0),
            Undecidable = coverage.Undecidable + (counts.Undecidable > 0 ? 1 : 0),
        };

    static SpecTestResult Compare(TestSymbol test, SceneJudge judge)
    {
        var found = judge.Findings();
        var undecided = judge.Undecided();
        var failures = ImmutableArray.CreateBuilder<SpecTestFailure>();
        var expected = new HashSet<SceneFinding>();
        foreach (var expectation in test.Expectations)
        {
            var among = expectation.Kind == ExpectationKind.Undecided ? undecided : found;
            SceneFinding[] matching =
            [
                .. among.Where(finding => expectation.Matches(finding, judge.PlacesOf(finding))),
            ];
            if (expectation.Kind == ExpectationKind.Violation)
                expected.UnionWith(matching);
            if (matching.Length == 0 != (expectation.Kind == ExpectationKind.Nothing))
                failures.Add(new SpecTestFailure(Unmet(expectation, matching), expectation.Span));
        }
        foreach (var finding in found)
            if (!expected.Contains(finding) && !IsReported(test, finding, judge))
                failures.Add(
                    new SpecTestFailure(
                        $"Unexpected: {finding.Rule}: {finding.Message}",
                        SceneJudge.SpanOf(finding, test)
                    )
                );
        return new SpecTestResult(
            test,
            failures.Count == 0 ? SpecTestOutcome.Passed : SpecTestOutcome.Failed,
            failures.ToImmutable(),
            found
        );
    }

    // An "expect nothing" that fails has said so already.
    static bool IsReported(TestSymbol test, SceneFinding finding, SceneJudge judge) =>
        test.Expectations.Any(expectation =>
            expectation.Kind == ExpectationKind.Nothing && expectation.Matches(finding, judge.PlacesOf(finding))
        );

    static SpecTestResult CompareExample(TestSymbol test, SceneJudge judge)
    {
        var found = judge.Findings();
        if (test.Origin == TestOrigin.Counterexample)
            return new(test, found.IsEmpty ? SpecTestOutcome.ForPeople : SpecTestOutcome.Passed, [], found);
        return new SpecTestResult(
            test,
            found.IsEmpty ? SpecTestOutcome.Passed : SpecTestOutcome.Failed,
            [
                .. found.Select(finding => new SpecTestFailure(
                    $"The example is not clean: {finding.Rule}: {finding.Message}",
                    test.Span
                )),
            ],
            found
        );
    }

    static string Unmet(Expectation expectation, SceneFinding[] matching)
    {
        var place = expectation.At.IsEmpty
            ? ""
            : " at " + string.Join(", ", expectation.At.Select(expected => expected.Name));
        return expectation.Kind switch
        {
            ExpectationKind.Violation => $"Expected {expectation.RuleName}{place}, but nothing was found",
            ExpectationKind.Undecided => $"Expected {expectation.RuleName} to be undecidable{place}, but it was not",
            _ => $"Expected nothing{place}, but found {matching[0].Rule}: {matching[0].Message}",
        };
    }
}
