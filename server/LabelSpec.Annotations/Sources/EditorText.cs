using System.Text;

namespace LabelSpec.Annotations.Sources;

/// <summary>
/// One version of the text that an editor holds, as UTF-8. Immutable; an edit makes the next version, which shares all but some
/// kilobytes around the edit with the version before.
/// </summary>
public sealed class EditorText
{
    const int DefaultPieceSize = 64 << 10;

    readonly object identity = new();
    readonly object? previous;
    readonly int pieceSize;

    public EditorText(byte[] bytes)
        : this(bytes, DefaultPieceSize) { }

    /// <inheritdoc cref="EditorText(byte[])"/>
    /// <param name="bytes">The text.</param>
    /// <param name="pieceSize">About how many bytes an edit copies.</param>
    internal EditorText(byte[] bytes, int pieceSize)
        : this(Held(bytes, pieceSize), new LineIndex(), null, default, pieceSize) { }

    public EditorText(string text)
        : this(Encoding.UTF8.GetBytes(text)) { }

    // Of the previous version only its identity is kept: what it alone holds must not live on.
    EditorText(SourceBytes bytes, LineIndex lines, object? previous, TextChange change, int pieceSize) =>
        (Bytes, Lines, this.previous, Change, this.pieceSize) = (bytes, lines, previous, change, pieceSize);

    public SourceBytes Bytes { get; }

    /// <summary>What became of the previous version's bytes.</summary>
    TextChange Change { get; }

    internal LineIndex Lines { get; }

    /// <summary>Line and column of a byte.</summary>
    public SourcePosition PositionOf(long offset) => Lines.PositionOf(Bytes, offset);

    /// <summary>The byte at a place; the end of its line or of the text where the place lies beyond it.</summary>
    public long OffsetOf(SourcePosition position)
    {
        var offset = Lines.OffsetOf(Bytes, position);
        return offset > 0 && Bytes.Slice(offset - 1, 2) is [(byte)'\r', (byte)'\n'] ? offset - 1 : offset;
    }

    /// <summary>The text with a stretch of it replaced.</summary>
    public EditorText Replace(SourcePosition start, SourcePosition end, string text)
    {
        var from = OffsetOf(start);
        return Replace(from, Math.Max(from, OffsetOf(end)), Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The text with the bytes from <paramref name="start"/> up to <paramref name="end"/> replaced.</summary>
    public EditorText Replace(long start, long end, ReadOnlySpan<byte> text)
    {
        var bytes = Bytes is PiecedSourceBytes pieces ? pieces.Replace(start, end, text) : Copied(start, end, text);
        var change = new TextChange(start, end, start + text.Length);
        return new EditorText(bytes, Lines.After(Bytes, bytes, start, end, change.NewEnd), identity, change, pieceSize);
    }

    SourceBytes Copied(long start, long end, ReadOnlySpan<byte> text)
    {
        var next = GC.AllocateUninitializedArray<byte>(checked((int)(Bytes.Length - (end - start) + text.Length)));
        Bytes.Slice(0, (int)start).CopyTo(next);
        text.CopyTo(next.AsSpan((int)start));
        Bytes.From(end).CopyTo(next.AsSpan((int)start + text.Length));
        return Held(next, pieceSize);
    }

    /// <summary>A short text costs less as a whole.</summary>
    static SourceBytes Held(byte[] bytes, int pieceSize) =>
        bytes.Length <= 4 * pieceSize ? SourceBytes.Of(bytes) : PiecedSourceBytes.Of(bytes, pieceSize);

    /// <summary>What became of another version's bytes; found by comparing where more than one edit lies between.</summary>
    internal TextChange ChangeSince(EditorText other) =>
        ReferenceEquals(other, this) ? default
        : ReferenceEquals(previous, other.identity) ? Change
        : TextChange.Between(other.Bytes, Bytes);

    public override string ToString() => Encoding.UTF8.GetString(Bytes.From(0));
}
