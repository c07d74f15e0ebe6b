using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Problems;

/// <summary>Something in a file that its reader could not take, or took with a remark. Reading went on after it.</summary>
/// <param name="Kind">Code, title and severity.</param>
/// <param name="Message">One sentence for people: what is wrong here and, where it helps, what to do.</param>
/// <param name="Span">Where; the whole file is a span of length 0 at offset 0.</param>
/// <param name="Count">How often it occurs in the file; above 1 the span shows the first of the ones left out.</param>
public sealed record ReadProblem(ProblemKind Kind, string Message, SourceSpan Span, int Count = 1)
{
    public string Code => Kind.Code;

    /// <summary>What is to stand there instead, as it was read, at this and the other places; null where that cannot be told.</summary>
    public Corrections? Corrections { get; init; }

    public ProblemSeverity Severity => Kind.Severity;

    /// <summary>So many bytes further on in the file.</summary>
    internal ReadProblem Moved(long by) => this with { Span = Span.Moved(by), Corrections = Corrections?.Moved(by) };

    /// <summary>Counted together with another of its kind. The corrections become those of both.</summary>
    internal ReadProblem With(ReadProblem other)
    {
        if (other.Corrections is { } more)
            Corrections?.Add(more);
        return this with { Count = Count + other.Count, Corrections = Corrections ?? other.Corrections?.Copy() };
    }
}
