using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Judging;

/// <summary>What results say about inputs and findings in numbers.</summary>
static class Counts
{
    /// <summary>The files with their counts, in order of path.</summary>
    public static ImmutableArray<AnalysedInput> Inputs(Dataset dataset)
    {
        var images = new long[dataset.Files.Length];
        var annotations = new long[dataset.Files.Length];
        var problems = new string?[dataset.Files.Length];
        for (var image = 0; image < dataset.Images.Count; image++)
            images[dataset.Images.FileOf(image)]++;
        for (var row = 0; row < dataset.Annotations.Count; row++)
            annotations[dataset.Annotations.FileOf(row)]++;
        foreach (var problem in dataset.Problems)
            if (!problem.Span.IsNone && problem.Kind.IsUnread)
                problems[problem.Span.File] ??= problem.Message;
        var inputs = new AnalysedInput[dataset.Files.Length];
        for (var index = 0; index < inputs.Length; index++)
            inputs[index] = new AnalysedInput(
                dataset.Files[index].Path,
                dataset.Files[index].Format?.Id,
                null,
                images[index],
                annotations[index],
                problems[index]
            )
            {
                Source = dataset.Files[index],
            };
        return IsInOrder(inputs)
            ? System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(inputs)
            : [.. inputs.OrderBy(input => input.Path, StringComparer.Ordinal)];
    }

    // Files of a folder come in order.
    static bool IsInOrder(AnalysedInput[] inputs)
    {
        for (var index = 1; index < inputs.Length; index++)
            if (string.CompareOrdinal(inputs[index - 1].Path, inputs[index].Path) > 0)
                return false;
        return true;
    }

    public static AnalysisSummary Findings(IReadOnlyList<ViolationSource> sources, ReadOnlySpan<Violation> violations)
    {
        var counts = new long[(int)Severity.Error + 1];
        foreach (var violation in violations)
            counts[(int)sources[violation.Source].Severity]++;
        return new()
        {
            Errors = counts[(int)Severity.Error],
            Warnings = counts[(int)Severity.Warning],
            Infos = counts[(int)Severity.Info],
            Hints = counts[(int)Severity.Hint],
        };
    }

    /// <summary>
    /// One tally for each rule, in the order of the sources. A check that runs twice, for some classes and for the rest,
    /// has one tally with the severity of its first run.
    /// </summary>
    public static ImmutableArray<RuleTally> Tallies(IReadOnlyList<ViolationSource> sources, ViolationLog log)
    {
        var tallies = ImmutableArray.CreateBuilder<RuleTally>(sources.Count);
        for (var i = 0; i < sources.Count; i++)
        {
            var tally = new RuleTally(
                sources[i].Rule,
                sources[i].Severity,
                log.SatisfiedOf(i),
                log.ViolatedOf(i),
                log.UndecidableOf(i)
            );
            if (tallies.Count > 0 && tallies[^1].Rule == tally.Rule)
                tallies[^1] = tallies[^1] with
                {
                    Satisfied = tallies[^1].Satisfied + tally.Satisfied,
                    Violated = tallies[^1].Violated + tally.Violated,
                    Undecidable = tallies[^1].Undecidable + tally.Undecidable,
                };
            else
                tallies.Add(tally);
        }

        return tallies.ToImmutable();
    }
}
