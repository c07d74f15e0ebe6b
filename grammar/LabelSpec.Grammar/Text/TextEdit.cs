using System.Text;

namespace LabelSpec.Grammar.Text;

/// <summary>Puts <see cref="NewText"/> in the place of a stretch of text.</summary>
public readonly record struct TextEdit(TextSpan Span, string NewText)
{
    public static TextEdit Insert(int offset, string text) => new(new TextSpan(offset, 0), text);

    public static TextEdit Delete(TextSpan span) => new(span, "");

    public TextEdit Shift(int distance) => this with { Span = Span.Shift(distance) };

    /// <summary>Applies edits that all speak about the same text; inserts at one place keep their order.</summary>
    /// <exception cref="ArgumentException">Edits overlap or lie outside the text.</exception>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in edits.OrderBy(e => e.Span.Start))
        {
            if (edit.Span.Start < at || edit.Span.Length < 0 || edit.Span.End > text.Length)
                throw new ArgumentException(
                    $"The edit at {edit.Span} overlaps another one or leaves the text.",
                    nameof(edits)
                );
            result.Append(text, at, edit.Span.Start - at).Append(edit.NewText);
            at = edit.Span.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}
