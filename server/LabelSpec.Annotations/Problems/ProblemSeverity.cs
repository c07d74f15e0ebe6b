namespace LabelSpec.Annotations.Problems;

public enum ProblemSeverity : byte
{
    Info,
    Warning,
    Error,
}
