using System.Collections.Immutable;
using System.Text;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Fixes;

/// <summary>
/// Shows edits as a unified diff. The edits are known, so nothing is searched: the cost is that of the lines they
/// touch. Lines above <see cref="LongestLine"/> characters (annotation files are often one line of many megabytes) are
/// shown as a window around each edit, with <c>…</c> at the cuts; such a hunk is for reading and cannot be applied.
/// </summary>
public static class UnifiedDiff
{
    public const int LongestLine = 2000;
    const int ContextLines = 3;
    const int WindowBytes = 60;

    /// <summary>The diff of one file, headers included; empty without edits. The edits are in order and lie apart.</summary>
    public static string Of(string file, ReadOnlySpan<byte> text, ImmutableArray<FileEdit> edits)
    {
        if (edits.IsEmpty)
            return "";
        var diff = new StringBuilder();
        diff.Append("--- a/").Append(file).Append("\n+++ b/").Append(file).Append('\n');
        var lines = new LineCursor();
        var shift = 0;
        for (var first = 0; first < edits.Length; )
        {
            var hunk = Hunk.Starting(text, edits, first, ContextLines);
            if (hunk.LongestLine(text) > LongestLine)
                AppendWindows(diff, text, edits.AsSpan()[first..hunk.NextEdit], ref lines);
            else
                AppendHunk(diff, text, edits.AsSpan()[first..hunk.NextEdit], hunk, ref lines, ref shift);
            first = hunk.NextEdit;
        }

        return diff.ToString();
    }

    static void AppendHunk(
        StringBuilder diff,
        ReadOnlySpan<byte> text,
        ReadOnlySpan<FileEdit> edits,
        Hunk hunk,
        ref LineCursor lines,
        ref int shift
    )
    {
        var body = HunkLines.Of(text, edits, hunk);
        var before = body.FindIndex(line => line.Sign != ' ');
        if (before < 0)
            return;
        // Context beyond what an edit needed (it may have begun behind a line's last character) is dropped again.
        var after = body.Count - 1 - body.FindLastIndex(line => line.Sign != ' ');
        var skipped = Math.Max(0, before - ContextLines);
        var shown = body[skipped..^Math.Max(0, after - ContextLines)];
        var line = lines.LineOf(text, hunk.Start) + skipped;
        var oldCount = shown.Count(each => each.Sign != '+');
        var newCount = shown.Count(each => each.Sign != '-');
        diff.Append("@@ -")
            .Append(Range(line, oldCount))
            .Append(" +")
            .Append(Range(line + shift, newCount))
            .Append(" @@\n");
        foreach (var (sign, content) in shown)
            Append(diff, sign, content);
        shift += newCount - oldCount;
    }

    static void AppendWindows(
        StringBuilder diff,
        ReadOnlySpan<byte> text,
        ReadOnlySpan<FileEdit> edits,
        ref LineCursor lines
    )
    {
        for (var first = 0; first < edits.Length; )
        {
            var last = first;
            while (last + 1 < edits.Length && edits[last + 1].Start - edits[last].End <= 2 * WindowBytes)
                last++;
            var group = edits[first..(last + 1)];
            var start = CharacterBoundary(text, (int)Math.Max(0, group[0].Start - WindowBytes));
            var end = CharacterBoundary(text, (int)Math.Min(text.Length, group[^1].End + WindowBytes));
            diff.Append("@@ line ")
                .Append(lines.LineOf(text, (int)group[0].Start))
                .Append(", byte ")
                .Append(group[0].Start)
                .Append(" @@\n");
            AppendWindow(diff, '-', text[start..end], start > 0, end < text.Length);
            AppendWindow(diff, '+', EditedText.Of(text, group, start, end), start > 0, end < text.Length);
            first = last + 1;
        }
    }

    static void AppendWindow(StringBuilder diff, char sign, ReadOnlySpan<byte> window, bool cutBefore, bool cutBehind)
    {
        var lines = Encoding.UTF8.GetString(window).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            diff.Append(sign);
            if (cutBefore && i == 0)
                diff.Append('…');
            diff.Append(lines[i]);
            if (cutBehind && i == lines.Length - 1)
                diff.Append('…');
            diff.Append('\n');
        }
    }

    static void Append(StringBuilder diff, char sign, string line)
    {
        diff.Append(sign).Append(line);
        if (!line.EndsWith('\n'))
            diff.Append("\n\\ No newline at end of file\n");
    }

    // An empty range names the line before it, and a range of one line omits its length.
    static string Range(int line, int count) =>
        count switch
        {
            0 => $"{line - 1},0",
            1 => $"{line}",
            _ => $"{line},{count}",
        };

    static int CharacterBoundary(ReadOnlySpan<byte> text, int at)
    {
        while (at > 0 && at < text.Length && (text[at] & 0xC0) == 0x80)
            at--;
        return at;
    }
}
