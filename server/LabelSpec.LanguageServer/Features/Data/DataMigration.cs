using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.Data;

/// <summary>A change of words in data.</summary>
/// <param name="Files">The edits, by path.</param>
/// <param name="Left">Files, or folders of them, that are too large or too many to be edited by an editor.</param>
sealed record DataMigration(
    IReadOnlyList<(string Path, IReadOnlyList<TextEdit> Edits)> Files,
    IReadOnlyList<string> Left
)
{
    public static DataMigration None { get; } = new([], []);

    public bool IsEmpty => Files.Count == 0;
}
