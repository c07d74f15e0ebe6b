using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Judging;

/// <summary>Turns what readers reported under one code into findings.</summary>
sealed class ProblemSource(ProblemKind kind, Severity severity, Dataset dataset) : ViolationSource
{
    public override string Rule => kind.Code;

    public override Severity Severity => severity;

    /// <summary>What the catalogue of readers says about a kind's severity, in the words of findings.</summary>
    public static Severity DefaultOf(ProblemKind kind) =>
        kind.Severity switch
        {
            ProblemSeverity.Error => Severity.Error,
            ProblemSeverity.Warning => Severity.Warning,
            _ => Severity.Info,
        };

    public override Explanation Explain(in Violation violation)
    {
        var problem = dataset.Problems[violation.Subject];
        return new(problem.Count > 1 ? $"{problem.Message} ({problem.Count} times in this file.)" : problem.Message)
        {
            Values = problem.Count > 1 ? [new DecidingValue("count", problem.Count)] : [],
            Repairs = RepairsOf(problem),
        };
    }

    ImmutableArray<Repair> RepairsOf(ReadProblem problem)
    {
        if (problem.Corrections is { All: [var first, ..] all })
            return
            [
                new(
                    all.Count > 1 ? $"Correct all {all.Count} places"
                        : first.Text.Length == 0 ? "Remove it"
                        : $"Write {first.Text}",
                    []
                )
                {
                    Edits = [.. all.Select(one => new ByteEdit(one.Span.File, one.Span.Start, one.Span.End, one.Text))],
                },
            ];
        if (problem.Kind != JsonProblems.OpenRing)
            return [];
        var rows = dataset.Annotations;
        for (var row = 0; row < rows.Count; row++)
            if (rows.SpanOf(row) is var span && span.File == problem.Span.File && Holds(span, problem.Span))
                return [new("Close the ring", new ElementChange.CloseRings(Element.Annotation(row)))];
        return [];
    }

    static bool Holds(SourceSpan whole, SourceSpan part) => whole.Start <= part.Start && part.End <= whole.End;
}
