using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Cuts a text into segments, anew or with what is left of an older text.</summary>
static class TreeBuilder
{
    public static Segment[] Build(string text)
    {
        var segments = new List<Segment>();
        for (var at = 0; at < text.Length; at += segments[^1].Text.Length)
            segments.Add(SegmentScanner.ScanAt(text, at));
        return segments.Count > 0 ? [.. segments] : [SegmentScanner.ScanAt(text, 0)];
    }

    /// <summary>
    /// Keeps the segments before the first difference, scans until a segment of the old text begins at the same place
    /// behind the last difference, and keeps the rest. Since a segment depends only on the text from its start on, the
    /// result is the same as that of <see cref="Build"/>.
    /// </summary>
    public static Segment[] Rebuild(SyntaxTree old, string text)
    {
        var oldText = old.Text;
        var prefix = oldText.AsSpan().CommonPrefixLength(text);
        var suffix = CommonSuffixLength(oldText.AsSpan(prefix), text.AsSpan(prefix));
        var unchangedFrom = oldText.Length - suffix;
        var shift = text.Length - oldText.Length;

        var kept = CountUntouched(old, prefix);
        var segments = new List<Segment>(old.Segments.Count + 4);
        for (var i = 0; i < kept; i++)
            segments.Add(old.Segments[i]);

        var next = kept;
        for (var at = kept < old.Segments.Count ? old.StartOf(kept) : oldText.Length; at < text.Length; )
        {
            while (next < old.Segments.Count && old.StartOf(next) + shift < at)
                next++;
            if (next < old.Segments.Count && old.StartOf(next) + shift == at && old.StartOf(next) >= unchangedFrom)
            {
                for (var i = next; i < old.Segments.Count; i++)
                    segments.Add(old.Segments[i]);
                return [.. segments];
            }

            segments.Add(SegmentScanner.ScanAt(text, at));
            at += segments[^1].Text.Length;
        }

        return segments.Count > 0 ? [.. segments] : [SegmentScanner.ScanAt(text, 0)];
    }

    static int CountUntouched(SyntaxTree old, int prefix)
    {
        for (var i = 0; i < old.Segments.Count; i++)
            if (old.Segments[i].Examined > prefix - old.StartOf(i))
                return i;
        return old.Segments.Count;
    }

    static int CommonSuffixLength(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var length = 0;
        var most = Math.Min(a.Length, b.Length);
        while (length < most && a[^(length + 1)] == b[^(length + 1)])
            length++;
        return length;
    }
}
