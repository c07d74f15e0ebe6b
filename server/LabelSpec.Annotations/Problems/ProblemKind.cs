namespace LabelSpec.Annotations.Problems;

/// <summary>An entry of the catalogue of things that readers report.</summary>
/// <param name="Code">Stable, documented in <c>docs/diagnostics/CODE.md</c>.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Severity">An error means that data is lost or cannot be trusted.</param>
/// <param name="IsPerFile">Only the first occurrence in each file is shown, with the count of all.</param>
/// <param name="IsUnread">A part of the file, or all of it, was not read.</param>
/// <param name="HasFix">A program can put it right.</param>
public sealed record ProblemKind(
    string Code,
    string Title,
    ProblemSeverity Severity,
    bool IsPerFile = false,
    bool IsUnread = false,
    bool HasFix = false
);
