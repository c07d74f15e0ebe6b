using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Diagnostics;

/// <summary>A change of the text that removes the cause of a finding.</summary>
public sealed record CodeFix(string Title, IReadOnlyList<TextEdit> Edits)
{
    public CodeFix Shift(int distance) => new(Title, [.. Edits.Select(e => e.Shift(distance))]);
}
