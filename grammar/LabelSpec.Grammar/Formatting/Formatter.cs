using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Formatting;

/// <summary>
/// Writes a guideline in the one canonical style. Only blanks and line breaks change: tokens and comments stay what they
/// are, at most one empty line in a row survives, and declarations with syntax errors are left as they are.
/// </summary>
public static class Formatter
{
    /// <summary>Longer lines are broken where that helps: at <c>and</c> and <c>or</c>, in lists, before clauses.</summary>
    public const int LineWidth = 100;

    public const int IndentWidth = 2;

    public static string Format(SyntaxTree tree) => TextEdit.Apply(tree.Text, Edits(tree));

    /// <summary>The edits that bring the text into the canonical style, each between two tokens.</summary>
    public static IReadOnlyList<TextEdit> Edits(SyntaxTree tree)
    {
        var source = new FormatSource(tree);
        var gaps = GapWriter.Write(source, LayoutBuilder.Build(source));
        var edits = new List<TextEdit>();
        for (var i = 0; i < gaps.Length; i++)
        {
            var gap = source.GapBefore(i);
            if (!source.Tree.Source.Slice(gap).SequenceEqual(gaps[i]))
                edits.Add(Trim(source.Text, new TextEdit(gap, gaps[i])));
        }

        return edits;
    }

    /// <summary>The edits among <see cref="Edits"/> that touch a stretch of the text.</summary>
    public static IReadOnlyList<TextEdit> FormatRange(SyntaxTree tree, TextSpan range) =>
        [.. Edits(tree).Where(e => e.Span.Start <= range.End && e.Span.End >= range.Start)];

    /// <summary>Leaves out what an edit would replace by itself.</summary>
    static TextEdit Trim(string text, TextEdit edit)
    {
        var old = text.AsSpan(edit.Span.Start, edit.Span.Length);
        var start = old.CommonPrefixLength(edit.NewText);
        var end = 0;
        while (end < Math.Min(old.Length, edit.NewText.Length) - start && old[^(end + 1)] == edit.NewText[^(end + 1)])
            end++;
        return new TextEdit(
            new TextSpan(edit.Span.Start + start, edit.Span.Length - start - end),
            edit.NewText[start..^end]
        );
    }
}
