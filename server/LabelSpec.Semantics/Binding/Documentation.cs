using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Semantics.Binding;

internal static class Documentation
{
    /// <summary>The Markdown of a doc comment; null without one, and for an empty one.</summary>
    public static string? TextOf(DocComment? comment) =>
        string.IsNullOrWhiteSpace(comment?.Markdown) ? null : comment.Markdown;
}
