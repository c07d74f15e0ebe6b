namespace LabelSpec.Annotations.Sources;

/// <summary>
/// What became of a text: the bytes from <paramref name="Start"/> up to <paramref name="OldEnd"/> were replaced by those up to
/// <paramref name="NewEnd"/>; everything behind was moved by <see cref="Moved"/>.
/// </summary>
public readonly record struct TextChange(long Start, long OldEnd, long NewEnd)
{
    public long Moved => NewEnd - OldEnd;

    /// <summary>The smallest change that makes one text of the other.</summary>
    public static TextChange Between(SourceBytes before, SourceBytes after)
    {
        var old = before.From(0);
        var next = after.From(0);
        var start = old.CommonPrefixLength(next);
        var most = Math.Min(old.Length, next.Length) - start;
        var same = 0;
        // From the end in blocks, as the library only compares from the start.
        const int Block = 4096;
        while (
            same + Block <= most
            && old.Slice(old.Length - same - Block, Block).SequenceEqual(next.Slice(next.Length - same - Block, Block))
        )
            same += Block;
        while (same < most && old[^(same + 1)] == next[^(same + 1)])
            same++;
        return new TextChange(start, old.Length - same, next.Length - same);
    }
}
