using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Fixes;

/// <summary>The lines of a hunk, each with its sign: only lines that edits touch can differ, the others are context.</summary>
static class HunkLines
{
    public static List<(char Sign, string Line)> Of(ReadOnlySpan<byte> text, ReadOnlySpan<FileEdit> edits, Hunk hunk)
    {
        var lines = new List<(char, string)>();
        var at = hunk.Start;
        for (var first = 0; first < edits.Length; )
        {
            var start = StartOfLine(text, (int)edits[first].Start);
            var end = EndOfLine(text, (int)edits[first].End);
            var next = first + 1;
            while (next < edits.Length && StartOfLine(text, (int)edits[next].Start) < end)
                end = EndOfLine(text, (int)edits[next++].End);
            Add(lines, ' ', DiffLines.Split(text[at..start]));
            AddChanged(
                lines,
                DiffLines.Split(text[start..end]),
                DiffLines.Split(EditedText.Of(text, edits[first..next], start, end))
            );
            (at, first) = (end, next);
        }

        Add(lines, ' ', DiffLines.Split(text[at..hunk.End]));
        return lines;
    }

    static void AddChanged(List<(char, string)> lines, List<string> old, List<string> changed)
    {
        var before = DiffLines.CommonStart(old, changed);
        var after = DiffLines.CommonEnd(old, changed, before);
        Add(lines, ' ', old[..before]);
        Add(lines, '-', old[before..^after]);
        Add(lines, '+', changed[before..^after]);
        Add(lines, ' ', old[^after..]);
    }

    static void Add(List<(char, string)> lines, char sign, List<string> added)
    {
        foreach (var line in added)
            lines.Add((sign, line));
    }

    static int StartOfLine(ReadOnlySpan<byte> text, int at) => text[..at].LastIndexOf((byte)'\n') + 1;

    static int EndOfLine(ReadOnlySpan<byte> text, int at)
    {
        var length = text[at..].IndexOf((byte)'\n') + 1;
        return length == 0 ? text.Length : at + length;
    }
}
