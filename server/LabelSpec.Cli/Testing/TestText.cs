using System.Text;
using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.SpecTests;
using LabelSpec.Grammar;
using LabelSpec.Reports;
using LabelSpec.Reports.Text;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Cli.Testing;

/// <summary>Says how the tests of a guideline went: what failed and why, what they do not cover, and the counts.</summary>
sealed class TestText(Terminal terminal)
{
    readonly SpecLocations _locations = new();
    readonly Palette _palette = new(terminal.Colour);
    readonly StringBuilder _text = new();

    public void Write(SpecTestReport report)
    {
        foreach (var result in report.Results.Where(result => result.Outcome == SpecTestOutcome.Failed))
            AddFailed(result);

        var rules = report.Coverage.Where(rule => rule.Rule.Origin.Kind == RuleOriginKind.Rule).ToList();
        AddUncovered("never violated in a test", rules.Where(rule => rule.IsNeverViolated));
        AddUncovered("never satisfied in a test", rules.Where(rule => rule.IsNeverSatisfied));
        AddCounts(report);
        terminal.Write(_text.ToString());
    }

    /// <summary>What a test is called in reports.</summary>
    public static string NameOf(TestSymbol test) =>
        // Examples are named after their class and picture.
        test.Origin == TestOrigin.Test
            ? $"test \"{test.Name}\""
            : test.Name;

    void AddFailed(SpecTestResult result)
    {
        var failed = _palette.Of(Severity.Error, "failed");
        _text.Append($"{PositionOf(_locations.Of(result.Test.Span))}: {failed} {Printable.Of(NameOf(result.Test))}\n");
        foreach (var failure in result.Failures)
            _text.Append($"    {PositionOf(_locations.Of(failure.Span))}: {Printable.Of(failure.Message)}\n");
        _text.Append('\n');
    }

    void AddUncovered(string what, IEnumerable<RuleCoverage> rules)
    {
        var names = rules.Select(rule => rule.Rule.Name).ToList();
        if (names.Count == 0)
            return;
        _text.Append($"{what}: {string.Join(", ", names)}\n");
    }

    void AddCounts(SpecTestReport report)
    {
        var passed = CountOf(report, SpecTestOutcome.Passed);
        var failed = CountOf(report, SpecTestOutcome.Failed);
        var forPeople = CountOf(report, SpecTestOutcome.ForPeople);
        var line = $"{Count.Of(passed)} passed, {Count.Of(failed)} failed";
        if (forPeople > 0)
            line += $", {Count.Of(forPeople)} for people to judge";
        _text.Append(failed > 0 ? _palette.Of(Severity.Error, line) : _palette.Good(line)).Append('\n');
    }

    static int CountOf(SpecTestReport report, SpecTestOutcome outcome) =>
        report.Results.Count(result => result.Outcome == outcome);

    static string PositionOf(Location location) => $"{location.File}:{location.Line}:{location.Column}";
}
