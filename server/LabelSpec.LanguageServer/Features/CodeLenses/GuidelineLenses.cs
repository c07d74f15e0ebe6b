using LabelSpec.Engine.SpecTests;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.LanguageServer.Features.CodeLenses;

/// <summary>Above tests how they went, above rules what covers them, and how often the data violates them.</summary>
static class GuidelineLenses
{
    /// <param name="report">How the tests went; null where they have not run.</param>
    /// <param name="violations">How often rules are violated in the data of the workspace; null where no data is known.</param>
    public static IEnumerable<GuidelineLens> In(
        GuidelineAnalysis analysis,
        SpecTestReport? report,
        IReadOnlyDictionary<string, int>? violations
    )
    {
        foreach (var test in analysis.Compilation.Guideline.Tests)
            if (test.Origin == TestOrigin.Test && test.NameSpan.File.Path == analysis.Path)
                yield return new GuidelineLens(
                    new TextSpan(test.Span.Start, test.NameSpan.End - test.Span.Start),
                    TitleOf(report?.Results.FirstOrDefault(result => result.Test == test)),
                    true
                );
        var coverage = report?.Coverage.ToDictionary(covered => covered.Rule);
        foreach (var rule in analysis.Compilation.Guideline.Rules)
        {
            if (rule.Origin.Kind != RuleOriginKind.Rule || rule.NameSpan.File.Path != analysis.Path)
                continue;
            var place = new TextSpan(rule.NameSpan.Start, rule.NameSpan.Length);
            if (coverage is not null && coverage.TryGetValue(rule, out var covered))
                yield return new GuidelineLens(place, TitleOf(covered), true);
            if (violations is not null)
                yield return new GuidelineLens(place, Count(violations.GetValueOrDefault(rule.Name)), false);
        }
    }

    static string TitleOf(SpecTestResult? result) =>
        result?.Outcome switch
        {
            null => "Run tests",
            SpecTestOutcome.Failed => $"✗ failed: {result.Failures[0].Message}",
            _ => "✓ passed",
        };

    static string TitleOf(RuleCoverage covered) =>
        covered is { Violated: 0, Satisfied: 0 }
            ? "no test reaches it"
            : $"{covered.Violated} {Tests(covered.Violated)} violate it, {covered.Satisfied} satisfy it";

    static string Tests(int count) => count == 1 ? "test" : "tests";

    static string Count(int violations) => violations == 1 ? "1 violation" : $"{violations:N0} violations";
}
