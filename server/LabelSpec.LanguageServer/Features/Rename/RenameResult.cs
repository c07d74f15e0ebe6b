using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.Rename;

/// <summary>The edits of a rename, or why there are none.</summary>
sealed record RenameResult(IReadOnlyList<(string Path, TextSpan Span, string Text)> Edits, string? Refusal)
{
    public static RenameResult Refuse(string why) => new([], why);
}
