using LabelSpec.Engine.SpecTests;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.LanguageServer.Features.CodeLenses;

/// <summary>Above tests how they went, above rules what covers them, above rules and classes what the data says, and a way to see it.</summary>
static class GuidelineLenses
{
    /// <param name="report">How the tests went; null where they have not run.</param>
    /// <param name="counts">What the data of the workspace says.</param>
    public static IEnumerable<GuidelineLens> In(GuidelineAnalysis analysis, SpecTestReport? report, DataCounts counts)
    {
        foreach (var test in analysis.Compilation.Guideline.Tests)
            if (test.Origin == TestOrigin.Test && test.NameSpan.File.Path == analysis.Path)
                yield return new GuidelineLens(
                    new TextSpan(test.Span.Start, test.NameSpan.End - test.Span.Start),
                    TitleOf(report?.Results.FirstOrDefault(result => result.Test == test)),
                    LensAction.RunTests
                );
        var coverage = report?.Coverage.ToDictionary(covered => covered.Rule);
        foreach (var rule in analysis.Compilation.Guideline.Rules)
        {
            if (rule.Origin.Kind != RuleOriginKind.Rule || rule.NameSpan.File.Path != analysis.Path)
                continue;
            var place = new TextSpan(rule.NameSpan.Start, rule.NameSpan.Length);
            if (coverage is not null && coverage.TryGetValue(rule, out var covered))
                yield return new GuidelineLens(place, TitleOf(covered), LensAction.RunTests);
            if (counts.Describe(analysis.Compilation.Guideline, rule) is not { } title)
                continue;
            var isViolated = counts.ViolationsOf(rule.Name) > 0;
            yield return new GuidelineLens(
                place,
                title,
                isViolated ? LensAction.ListRule : LensAction.Nothing,
                rule.Name
            );
            if (isViolated)
                yield return new GuidelineLens(place, "", LensAction.ShowRule, rule.Name);
        }

        foreach (var @class in analysis.Compilation.Guideline.Classes)
            if (
                @class.NameSpan.File.Path == analysis.Path
                && counts.Describe(analysis.Compilation.Guideline, @class) is { } title
            )
            {
                var place = new TextSpan(@class.NameSpan.Start, @class.NameSpan.Length);
                yield return new GuidelineLens(place, title);
                if (!@class.IsAbstract && counts.ViolationsAt(analysis.Compilation.Guideline, @class) > 0)
                    yield return new GuidelineLens(place, "", LensAction.ShowClass, @class.Label);
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
            : $"{Tests(covered.Violated, "violates", "violate")} it, {(covered.Satisfied == 1 ? "1 satisfies" : $"{covered.Satisfied} satisfy")} it";

    static string Tests(int count, string one, string many) => count == 1 ? $"1 test {one}" : $"{count} tests {many}";
}
