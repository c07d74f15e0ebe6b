using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.Symbols;

/// <summary>Which lines of a YAML text belong to which, told by indentation: it holds for broken texts too.</summary>
static class YamlBlocks
{
    /// <summary>A line that is neither blank nor a comment.</summary>
    /// <param name="Span">Without the blanks around it.</param>
    readonly record struct Line(int Indent, TextSpan Span, bool IsItem);

    /// <summary>Each line that others belong to, with all of them, in the order of the text: outer ones come before inner ones.</summary>
    public static IEnumerable<TextSpan> In(string text)
    {
        var lines = LinesOf(text)
            .Where(span => !span.IsEmpty && text[span.Start] != '#')
            .Select(span => new Line(IndentAt(text, span.Start), span, IsItem(text, span)))
            .ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var last = i;
            while (last + 1 < lines.Count && Belongs(lines[last + 1], lines[i]))
                last++;
            if (last > i)
                yield return lines[i].Span.Union(lines[last].Span);
        }
    }

    /// <summary>Comments over several lines.</summary>
    public static IEnumerable<TextSpan> Comments(string text)
    {
        TextSpan? run = null;
        foreach (var span in LinesOf(text).Append(new TextSpan(text.Length, 0)))
            if (!span.IsEmpty && text[span.Start] == '#')
                run = run?.Union(span) ?? span;
            else if (run is { } ended)
            {
                yield return ended;
                run = null;
            }
    }

    /// <summary>What a selection at an offset grows over: the whole text first, the word last.</summary>
    public static IReadOnlyList<TextSpan> Around(string text, int offset)
    {
        var spans = new List<TextSpan> { new(0, text.Length) };
        var line = LinesOf(text).First(span => LineEnd(text, span.End) >= offset);
        foreach (var span in In(text).Append(line).Concat(PartsOf(text, line)).Append(WordAt(text, offset)))
            if (!span.IsEmpty && span.Touches(offset) && spans[^1].Contains(span) && spans[^1] != span)
                spans.Add(span);
        return spans;
    }

    /// <summary>What is indented more, and the items of a list that begin where their key does.</summary>
    static bool Belongs(Line line, Line to) =>
        line.Indent > to.Indent || (line.Indent == to.Indent && line.IsItem && !to.IsItem);

    /// <summary>The lines without the blanks around them.</summary>
    static IEnumerable<TextSpan> LinesOf(string text)
    {
        for (var start = 0; start <= text.Length; start = LineEnd(text, start) + 1)
        {
            var (first, end) = (start, LineEnd(text, start));
            while (first < end && char.IsWhiteSpace(text[first]))
                first++;
            while (end > first && char.IsWhiteSpace(text[end - 1]))
                end--;
            yield return TextSpan.FromBounds(first, end);
        }
    }

    static int LineEnd(string text, int offset) =>
        text.IndexOf('\n', offset) is >= 0 and var found ? found : text.Length;

    static int IndentAt(string text, int offset) => offset == 0 ? 0 : offset - (text.LastIndexOf('\n', offset - 1) + 1);

    static bool IsItem(string text, TextSpan line) =>
        text[line.Start] == '-' && (line.Length == 1 || text[line.Start + 1] == ' ');

    /// <summary>Behind the dash the entry, and of it the key and the value.</summary>
    static IEnumerable<TextSpan> PartsOf(string text, TextSpan line)
    {
        var start = line.Start;
        while (start + 1 < line.End && text[start] == '-' && text[start + 1] == ' ')
            start += 2;
        yield return TextSpan.FromBounds(start, line.End);
        var colon = text.IndexOf(": ", start, line.End - start, StringComparison.Ordinal);
        if (colon < 0)
            yield break;
        yield return TextSpan.FromBounds(start, colon);
        var value = colon + 1;
        while (value < line.End && text[value] == ' ')
            value++;
        yield return TextSpan.FromBounds(value, line.End);
    }

    static TextSpan WordAt(string text, int offset)
    {
        var (start, end) = (offset, offset);
        while (start > 0 && IsWordPart(text[start - 1]))
            start--;
        while (end < text.Length && IsWordPart(text[end]))
            end++;
        return TextSpan.FromBounds(start, end);
    }

    static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or '*';
}
