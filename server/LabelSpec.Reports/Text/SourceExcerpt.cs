using System.Text;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Reports.Text;

/// <summary>One line of source with a mark under the part that a finding is about.</summary>
sealed record SourceExcerpt(int LineNumber, string Text, string Underline)
{
    const int TabWidth = 4;
    const int WidestWithoutTerminal = 160;
    const string Cut = "…";

    /// <param name="width">Columns of the terminal; longer lines are cut around the mark.</param>
    public static SourceExcerpt Of(string line, Location location, int width)
    {
        var start = (int)Math.Clamp(location.Column - 1, 0, line.Length);
        var end =
            location.EndLine == location.Line
                ? (int)Math.Clamp(location.EndColumn - 1, start, line.Length)
                : line.Length;

        var before = Expand(line[..start]);
        var marked = Expand(line[start..end]);
        var after = Expand(line[end..]);

        var room = (width > 40 ? width : WidestWithoutTerminal) - 12;
        if (before.Length + marked.Length + after.Length > room)
        {
            if (before.Length > room / 3)
                before = Cut + before[^(room / 3)..];
            if (marked.Length > room / 2)
                marked = marked[..(room / 2)] + Cut;
            var left = Math.Max(0, room - before.Length - marked.Length);
            if (after.Length > left)
                after = after[..left] + Cut;
        }

        var underline = new string(' ', before.Length) + new string('^', Math.Max(1, marked.Length));
        return new SourceExcerpt(location.Line, before + marked + after, underline);
    }

    static string Expand(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
            result.Append(character == '\t' ? new string(' ', TabWidth) : character.ToString());
        return Printable.Of(result.ToString());
    }
}
