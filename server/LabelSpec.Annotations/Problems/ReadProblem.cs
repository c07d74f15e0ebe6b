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

    /// <summary>What is to stand at the place instead, as it was read; null where that cannot be told.</summary>
    public string? Correction { get; init; }

    public ProblemSeverity Severity => Kind.Severity;
}
