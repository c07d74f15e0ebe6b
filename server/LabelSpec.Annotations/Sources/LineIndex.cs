using System.Buffers;
using System.Text;

namespace LabelSpec.Annotations.Sources;

/// <summary>
/// Line and column of byte offsets, by checkpoints that are laid as far as somebody asked: the first question about the end
/// of a file costs one vectorised pass over it, each further one a part of a block. An edit moves the checkpoints behind it.
/// </summary>
sealed class LineIndex
{
    const int BlockSize = 16 << 10;

    const int RecentPlaces = 4;

    readonly Lock gate = new();

    /// <summary>In order; the first at 0, the others no more than a block apart.</summary>
    readonly List<Checkpoint> checkpoints;

    /// <summary>Where each of some threads asked last: who asks for a start asks for its end next.</summary>
    readonly Checkpoint[] recent = new Checkpoint[RecentPlaces];

    public LineIndex()
        : this([new Checkpoint(0, 1, 0)]) { }

    LineIndex(List<Checkpoint> checkpoints) => this.checkpoints = checkpoints;

    /// <param name="Offset">Where it is.</param>
    /// <param name="Line">Its line, from 1.</param>
    /// <param name="Units">The UTF-16 units before it on that line.</param>
    /// <param name="IsPlainBefore">
    /// Between the checkpoint before and this one is nothing but ASCII without an end of a line, so that places there follow from
    /// their offsets and nothing need be read for them.
    /// </param>
    readonly record struct Checkpoint(long Offset, int Line, long Units, bool IsPlainBefore = false);

    /// <summary>Whether remembering places pays: a block is gone through each time anyway.</summary>
    public static bool IsNeeded(SourceBytes bytes) => bytes.IsStreamed || bytes.Length > BlockSize;

    /// <summary>As <see cref="PositionOf"/>, of a text that needs no index.</summary>
    public static SourcePosition PositionIn(SourceBytes bytes, long offset)
    {
        var place = Advance(bytes, new Checkpoint(0, 1, 0), Math.Clamp(offset, 0, bytes.Length));
        return new SourcePosition(place.Line, place.Units + 1);
    }

    public SourcePosition PositionOf(SourceBytes bytes, long offset)
    {
        var place = PlaceOf(bytes, offset);
        return new SourcePosition(place.Line, place.Units + 1);
    }

    public long OffsetOf(SourceBytes bytes, SourcePosition position)
    {
        var from = CheckpointBefore(bytes, position);
        var (at, line, units) = (from.Offset, from.Line, from.Units);
        if (at == 0 && StartsWithMark(bytes))
            at = 3;
        while (line < position.Line)
        {
            var text = bytes.Ahead(at, BlockSize);
            if (text.IsEmpty)
                return bytes.Length;
            var end = text.IndexOfAny((byte)'\n', (byte)'\r');
            if (end < 0)
            {
                at += text.Length;
                continue;
            }

            at += end + 1;
            if (text[end] == '\r' && bytes.Slice(at, 1) is [(byte)'\n'])
                at++;
            (line, units) = (line + 1, 0);
        }

        return Along(bytes, at, position.Column - 1 - units);
    }

    /// <summary>
    /// The checkpoints of a text in which the bytes from <paramref name="start"/> to <paramref name="oldEnd"/> became those
    /// up to <paramref name="newEnd"/>. Costs a pass over the checkpoints and over what was inserted.
    /// </summary>
    public LineIndex After(SourceBytes before, SourceBytes after, long start, long oldEnd, long newEnd)
    {
        // The byte order mark counts nothing, and the edit may make or break it.
        if (start < 3)
            return new LineIndex();
        List<Checkpoint> old;
        lock (gate)
            old = [.. checkpoints];
        var kept = new List<Checkpoint>(old.Count + 1);
        foreach (var checkpoint in old)
            if (checkpoint.Offset < start)
                kept.Add(checkpoint);
        var index = new LineIndex(kept);
        if (old[^1].Offset <= oldEnd)
            return index;

        var gone = PlaceOf(before, oldEnd);
        var come = index.PlaceOf(after, newEnd, laysBehind: false);
        var isBehindEdit = true;
        foreach (var checkpoint in old)
        {
            if (checkpoint.Offset <= oldEnd)
                continue;
            kept.Add(
                new Checkpoint(
                    checkpoint.Offset - oldEnd + newEnd,
                    checkpoint.Line - gone.Line + come.Line,
                    checkpoint.Line == gone.Line ? checkpoint.Units - gone.Units + come.Units : checkpoint.Units,
                    checkpoint.IsPlainBefore && !isBehindEdit
                )
            );
            isBehindEdit = false;
        }

        return index;
    }

    /// <param name="bytes">The text.</param>
    /// <param name="offset">Where to look.</param>
    /// <param name="laysBehind">
    /// Whether there is to be a checkpoint behind the place, too: that tells whether the bytes around it need be looked at.
    /// </param>
    Checkpoint PlaceOf(SourceBytes bytes, long offset, bool laysBehind = true)
    {
        offset = Math.Clamp(offset, 0, bytes.Length);
        var asking = Environment.CurrentManagedThreadId % RecentPlaces;
        Checkpoint from;
        lock (gate)
        {
            while (
                checkpoints[^1].Offset + (laysBehind ? 0 : BlockSize) <= offset && checkpoints[^1].Offset < bytes.Length
            )
                Lay(bytes);
            var last = Last(checkpoint => checkpoint.Offset <= offset);
            from = checkpoints[last];
            if (last + 1 < checkpoints.Count && checkpoints[last + 1].IsPlainBefore)
                return new Checkpoint(offset, from.Line, from.Units + (offset - from.Offset));
            // Places inside a byte order mark are no places to start from.
            if (recent[asking].Offset > Math.Max(2, from.Offset) && recent[asking].Offset <= offset)
                from = recent[asking];
        }

        var place = Advance(bytes, from, offset);
        lock (gate)
            recent[asking] = place;
        return place;
    }

    /// <summary>The last checkpoint at or before a place.</summary>
    Checkpoint CheckpointBefore(SourceBytes bytes, SourcePosition position)
    {
        // Lay checkpoints until one lies behind the place; then the answer is found among them.
        lock (gate)
        {
            while (checkpoints[^1].Offset < bytes.Length && IsBefore(checkpoints[^1], position))
                Lay(bytes);
            return checkpoints[Last(checkpoint => IsBefore(checkpoint, position))];
        }
    }

    static bool IsBefore(Checkpoint checkpoint, SourcePosition position) =>
        checkpoint.Line < position.Line || (checkpoint.Line == position.Line && checkpoint.Units < position.Column);

    /// <summary>The last checkpoint for which something holds that holds for the first ones; the first one where it holds for none.</summary>
    int Last(Func<Checkpoint, bool> holds)
    {
        var (low, high) = (1, checkpoints.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (holds(checkpoints[middle]))
                low = middle + 1;
            else
                high = middle - 1;
        }

        return low - 1;
    }

    /// <summary>Lays checkpoints along a stretch of the text that somebody has at hand, if they were laid up to its beginning.</summary>
    /// <param name="bytes">The whole text.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="stretch">Its bytes.</param>
    public void LayAlong(SourceBytes bytes, long start, ReadOnlySpan<byte> stretch)
    {
        var end = start + stretch.Length;
        lock (gate)
            while (checkpoints[^1] is var last && last.Offset >= start && last.Offset < end)
            {
                var next = Math.Min(last.Offset + BlockSize, end);
                checkpoints.Add(Advance(bytes, last, next, stretch[(int)(last.Offset - start)..(int)(next - start)]));
            }
    }

    void Lay(SourceBytes bytes)
    {
        var last = checkpoints[^1];
        checkpoints.Add(Advance(bytes, last, Math.Min(last.Offset + BlockSize, bytes.Length)));
    }

    static Checkpoint Advance(SourceBytes bytes, Checkpoint from, long offset)
    {
        var length = (int)(offset - from.Offset);
        if (!bytes.IsStreamed)
            return Advance(bytes, from, offset, bytes.Slice(from.Offset, length));
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return Advance(bytes, from, offset, buffer.AsSpan(0, bytes.CopyTo(from.Offset, buffer.AsSpan(0, length))));
        }
        catch (IOException)
        {
            // As for a file that has gone meanwhile: what is not there has no lines.
            return Advance(bytes, from, offset, []);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    static Checkpoint Advance(SourceBytes bytes, Checkpoint from, long offset, ReadOnlySpan<byte> text)
    {
        var (start, line, units) = (from.Offset, from.Line, from.Units);
        if (start == 0 && StartsWithMark(bytes))
            text = text.Length > 3 ? text[3..] : [];
        var search = text;
        // A \r before a \n does not end the line, and the \n may be the first byte of the next block.
        if (text is [.., (byte)'\r'] && bytes.Slice(offset, 1) is [(byte)'\n'])
            search = text[..^1];
        var end = search.LastIndexOfAny((byte)'\n', (byte)'\r');
        if (end >= 0)
        {
            line += CountLines(search[..(end + 1)]);
            units = 0;
        }

        var isPlain = end < 0 && start + text.Length == offset && Ascii.IsValid(text);
        return new Checkpoint(
            offset,
            line,
            units + (isPlain ? text.Length : Utf8.CountUtf16(text[(end + 1)..])),
            isPlain
        );
    }

    /// <summary>The offset so many UTF-16 units further on the line, or its end.</summary>
    static long Along(SourceBytes bytes, long at, long units)
    {
        while (units > 0 && at < bytes.Length)
        {
            var text = bytes.Slice(at, (int)Math.Min(units, BlockSize));
            var plain = text.IndexOfAny(LineEndsAndOthers);
            if (plain != 0)
            {
                var run = plain < 0 ? text.Length : plain;
                at += run;
                units -= run;
                continue;
            }

            // A \r before a \n stands on the line that the \n ends.
            if (text[0] == '\n' || (text[0] == '\r' && bytes.Slice(at + 1, 1) is not [(byte)'\n']))
                break;
            units -= text[0] >= 0xF0 ? 2 : 1;
            at += Utf8.LengthAt(bytes, at);
        }

        return at;
    }

    static readonly System.Buffers.SearchValues<byte> LineEndsAndOthers = System.Buffers.SearchValues.Create([
        (byte)'\n',
        (byte)'\r',
        .. Enumerable.Range(0x80, 0x80).Select(other => (byte)other),
    ]);

    static int CountLines(ReadOnlySpan<byte> text)
    {
        var lines = text.Count((byte)'\n');
        var returns = text.IndexOf((byte)'\r');
        while (returns >= 0)
        {
            if (returns + 1 >= text.Length || text[returns + 1] != '\n')
                lines++;
            text = text[(returns + 1)..];
            returns = text.IndexOf((byte)'\r');
        }

        return lines;
    }

    static bool StartsWithMark(SourceBytes bytes) => bytes.Slice(0, 3).SequenceEqual(Utf8.ByteOrderMark);
}
