using System.Collections.Immutable;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Cli.Checking;

/// <summary>Several analyses, of files that different guidelines judge, as one result.</summary>
static class CombinedResult
{
    public static AnalysisResult Of(IReadOnlyList<AnalysisResult> results) =>
        results is [var only]
            ? only
            : new AnalysisResult
            {
                Inputs = [.. results.SelectMany(result => result.Inputs)],
                Guideline = GuidelineOf(results),
                Rules = [.. results.SelectMany(result => result.Rules).GroupBy(rule => rule.Rule).Select(Sum)],
                Findings = new Chain([.. results.Select(result => result.Findings)]),
                Excused = new Chain([.. results.Select(result => result.Excused)]),
                GuidelineFindings = [.. results.SelectMany(result => result.GuidelineFindings)],
                Summary = SummaryOf([.. results.Select(result => result.Summary)]),
            };

    /// <summary>The only guideline; several are named together, with the hash of none.</summary>
    static AnalysedGuideline? GuidelineOf(IReadOnlyList<AnalysisResult> results) =>
        results.Select(result => result.Guideline).OfType<AnalysedGuideline>().Distinct().ToList() switch
        {
            [] => null,
            [var only] => only,
            var several => new AnalysedGuideline(
                string.Join(", ", several.Select(guideline => guideline.Name)),
                null,
                GuidelineHash.Of(several.Select(guideline => guideline.Sha256))
            ),
        };

    static RuleTally Sum(IGrouping<string, RuleTally> rules) =>
        new(
            rules.Key,
            rules.Max(rule => rule.Severity),
            rules.Sum(rule => rule.Satisfied),
            rules.Sum(rule => rule.Violated),
            rules.Sum(rule => rule.Undecidable)
        );

    static AnalysisSummary SummaryOf(ImmutableArray<AnalysisSummary> parts) =>
        new()
        {
            Images = parts.Sum(part => part.Images),
            Annotations = parts.Sum(part => part.Annotations),
            Errors = parts.Sum(part => part.Errors),
            Warnings = parts.Sum(part => part.Warnings),
            Infos = parts.Sum(part => part.Infos),
            Hints = parts.Sum(part => part.Hints),
            Known = parts.Sum(part => part.Known),
            Waived = parts.Sum(part => part.Waived),
            Duration = TimeSpan.FromTicks(parts.Sum(part => part.Duration.Ticks)),
        };

    sealed class Chain(ImmutableArray<FindingList> lists) : FindingList
    {
        public override int Count { get; } = lists.Sum(list => list.Count);

        public override Finding this[int index] => At(index, out var inner)[inner];

        public override string RuleAt(int index) => At(index, out var inner).RuleAt(inner);

        public override Severity SeverityAt(int index) => At(index, out var inner).SeverityAt(inner);

        public override string FileAt(int index) => At(index, out var inner).FileAt(inner);

        FindingList At(int index, out int inner)
        {
            foreach (var list in lists)
            {
                if (index < list.Count)
                {
                    inner = index;
                    return list;
                }

                index -= list.Count;
            }

            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }
}
