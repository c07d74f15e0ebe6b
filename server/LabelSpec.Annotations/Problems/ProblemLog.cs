using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Problems;

/// <summary>
/// Collects problems in file order. A defect that an exporter repeats in each of a million annotations is shown a
/// hundred times for each file and then only counted.
/// </summary>
public sealed class ProblemLog
{
    /// <summary>Problems of one kind that are kept for one file.</summary>
    public const int MostShown = 100;

    readonly List<ReadProblem> problems = [];
    readonly Dictionary<(int File, string Code), (int Shown, int Last)> seen = [];

    public bool IsEmpty => problems.Count == 0;

    /// <param name="kind">What it is.</param>
    /// <param name="span">Where.</param>
    /// <param name="message">One sentence for people.</param>
    /// <param name="correction">What is to stand there instead.</param>
    public void Report(ProblemKind kind, SourceSpan span, string message, string? correction = null) =>
        Add(new(kind, message, span) { Corrections = correction is null ? null : new(span, correction) });

    /// <param name="other">What to append.</param>
    /// <param name="moved">How many bytes further on everything stands than it says.</param>
    internal void Append(ProblemLog other, long moved = 0)
    {
        foreach (var problem in other.problems)
            Add(moved == 0 ? problem : problem.Moved(moved));
    }

    internal void Clear()
    {
        problems.Clear();
        seen.Clear();
    }

    internal IReadOnlyList<ReadProblem> Build() => problems;

    internal void Add(ReadProblem problem)
    {
        var key = (problem.Span.File, problem.Code);
        var (shown, last) = seen.GetValueOrDefault(key, (0, -1));
        var most = problem.Kind.IsPerFile ? 1 : MostShown;
        if (shown < most)
        {
            // A copy, as more come to it.
            problems.Add(problem with { Corrections = problem.Corrections?.Copy() });
            seen[key] = (shown + 1, problems.Count - 1);
        }
        else
        {
            problems[last] = problems[last].With(problem);
        }
    }
}
