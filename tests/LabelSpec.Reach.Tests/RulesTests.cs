using LabelSpec.Engine.SpecTests;
using LabelSpec.Grammar;
using LabelSpec.Semantics;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Reach.Tests;

/// <summary>The language reaches 140 sentences of published guidelines.</summary>
public class RulesTests
{
    static readonly Dictionary<int, Compilation> Compilations = ReachEntries.All.ToDictionary(
        entry => entry.Number,
        entry => Compilation.Create($"{entry.Number:000}.labelspec", SyntaxTree.Parse(entry.Spec))
    );

    static readonly Dictionary<int, SpecTestReport> Reports = Compilations.ToDictionary(
        pair => pair.Key,
        pair => SpecTestRunner.Run(pair.Value.Guideline)
    );

    public static TheoryData<int> Numbers => [.. ReachEntries.All.Select(entry => entry.Number)];

    public static TheoryData<int> Decidable =>
        [.. CheckLevels.Decidable.Concat(CheckLevels.DecidableWithSecondQuantity).Order()];

    public static TheoryData<int> Partly => [.. CheckLevels.Partly];

    public static TheoryData<int> Hinted => [.. CheckLevels.Hinted];

    public static TheoryData<int> Prose => [.. CheckLevels.Prose];

    [Fact]
    public void There_is_one_entry_for_each_of_the_140_sentences() =>
        Assert.Equal(Enumerable.Range(1, 140), ReachEntries.All.Select(entry => entry.Number));

    [Fact]
    public void The_levels_cover_all_140_sentences() =>
        Assert.Equal(
            Enumerable.Range(1, 140),
            CheckLevels
                .Decidable.Concat(CheckLevels.DecidableWithSecondQuantity)
                .Concat(CheckLevels.Partly)
                .Concat(CheckLevels.Hinted)
                .Concat(CheckLevels.Prose)
                .Distinct()
                .Order()
        );

    [Theory]
    [MemberData(nameof(Numbers))]
    public void An_entry_states_the_level_of_the_survey(int number)
    {
        var level = ReachEntries.All.Single(entry => entry.Number == number).Level;
        Assert.Equal(CheckLevels.Hinted.Contains(number), level == "I");
        Assert.Equal(CheckLevels.Prose.Contains(number), level is "P" or "process");
        Assert.Equal(CheckLevels.DecidableWithSecondQuantity.Contains(number), level == "A+");
        if (level == "A")
            Assert.Contains(number, CheckLevels.Decidable);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_guideline_of_an_entry_has_no_error(int number)
    {
        var entry = ReachEntries.All.Single(entry => entry.Number == number);
        var errors = Compilations[number]
            .Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)
            .Select(diagnostic =>
            {
                var line = entry.Line + entry.Spec.AsSpan(0, diagnostic.Span.Start).Count('\n');
                return $"{entry.File}:{line}: {diagnostic.Code}: {diagnostic.Message}";
            });
        Assert.Empty(errors);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_scenes_of_an_entry_are_judged_as_expected(int number)
    {
        var entry = ReachEntries.All.Single(entry => entry.Number == number);
        var failures = Reports[number]
            .Results.SelectMany(result =>
                result.Failures.Select(failure =>
                {
                    var line = entry.Line + entry.Spec.AsSpan(0, failure.Span.Start).Count('\n');
                    return $"{entry.File}:{line}: {result.Test.Name}: {failure.Message}";
                })
            );
        Assert.Empty(failures);
    }

    [Theory]
    [MemberData(nameof(Decidable))]
    public void A_decidable_sentence_has_scenes_that_violate_and_scenes_that_satisfy_it(int number)
    {
        var report = Reports[number];
        Assert.Contains(report.Results, result => IsTest(result) && ExpectsViolation(result) && !result.Found.IsEmpty);
        Assert.Contains(report.Results, result => IsTest(result) && result.Found.IsEmpty);
        AssertCovered(number);
    }

    [Theory]
    [MemberData(nameof(Partly))]
    public void A_partly_decidable_sentence_warns_and_asks(int number)
    {
        var guideline = Compilations[number].Guideline;
        Assert.Contains(Reports[number].Coverage, rule => rule is { Rule.Severity: Severity.Warning, Violated: > 0 });
        Assert.Contains(guideline.Cases, one => !one.Questions.IsEmpty);
        AssertCovered(number);
    }

    [Theory]
    [MemberData(nameof(Hinted))]
    public void A_sentence_about_pixels_warns_at_a_hint_and_asks(int number)
    {
        var guideline = Compilations[number].Guideline;
        Assert.Contains(guideline.Rules, rule => rule.Severity == Severity.Warning);
        Assert.Contains(guideline.Cases, one => !one.Questions.IsEmpty);
        AssertCovered(number);
    }

    [Theory]
    [MemberData(nameof(Prose))]
    public void A_sentence_for_people_stands_in_the_documentation(int number)
    {
        var guideline = Compilations[number].Guideline;
        Assert.True(
            !guideline.Cases.IsEmpty
                || !guideline.Distinctions.IsEmpty
                || guideline.Classes.Any(symbol =>
                    !symbol.Includes.IsEmpty
                    || !symbol.Excludes.IsEmpty
                    || symbol.OwnAttributes.Any(attribute => attribute.Documentation is not null)
                ),
            "neither include, exclude, distinguish, case nor a documented attribute"
        );
    }

    // Every rule of an entry is shown both ways, not only one of them.
    static void AssertCovered(int number) =>
        Assert.Empty(
            Reports[number]
                .Coverage.Where(rule => rule.IsNeverViolated || rule.IsNeverSatisfied)
                .Select(rule => $"{rule.Rule.Name}: violated {rule.Violated}, satisfied {rule.Satisfied}")
        );

    static bool IsTest(SpecTestResult result) => result.Test.Origin == TestOrigin.Test;

    static bool ExpectsViolation(SpecTestResult result) =>
        result.Test.Expectations.Any(expectation => expectation.Kind == ExpectationKind.Violation);
}
