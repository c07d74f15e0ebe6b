using LabelSpec.Grammar.Diagnostics;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Diagnostics, the last one first, each with the token at which it was made.</summary>
sealed record ReportList(Diagnostic Diagnostic, int Position, ReportList? Before)
{
    public int Count { get; } = (Before?.Count ?? 0) + 1;
}
