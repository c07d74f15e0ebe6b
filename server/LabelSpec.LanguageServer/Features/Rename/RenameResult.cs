using System.Collections.Immutable;
using LabelSpec.Engine.Migration;
using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.Rename;

/// <summary>The edits of a rename, or why there are none.</summary>
sealed record RenameResult(IReadOnlyList<(string Path, TextSpan Span, string Text)> Edits, string? Refusal)
{
    /// <summary>What annotation files would say instead of what they say; empty where they do not notice.</summary>
    public ImmutableArray<LabelChange> Data { get; init; } = [];

    public static RenameResult Refuse(string why) => new([], why);
}
