using System.Text;

namespace LabelSpec.Annotations.Sources;

/// <summary>
/// One version of the text that an editor holds, as UTF-8. Immutable; an edit makes the next version, which costs a copy of
/// the bytes but nothing that grows with the number of lines or elements.
/// </summary>
public sealed class EditorText
{
    readonly object identity = new();
    readonly object? previous;

    public EditorText(byte[] bytes)
        : this(SourceBytes.Of(bytes), new LineIndex(), null, default) { }

    public EditorText(string text)
        : this(Encoding.UTF8.GetBytes(text)) { }

    // Of the previous version only its identity is kept: its bytes must not live on.
    EditorText(SourceBytes bytes, LineIndex lines, object? previous, TextChange change) =>
        (Bytes, Lines, this.previous, Change) = (bytes, lines, previous, change);

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
        var next = GC.AllocateUninitializedArray<byte>(checked((int)(Bytes.Length - (end - start) + text.Length)));
        Bytes.Slice(0, (int)start).CopyTo(next);
        text.CopyTo(next.AsSpan((int)start));
        Bytes.From(end).CopyTo(next.AsSpan((int)start + text.Length));
        var bytes = SourceBytes.Of(next);
        var change = new TextChange(start, end, start + text.Length);
        return new EditorText(bytes, Lines.After(Bytes, bytes, start, end, change.NewEnd), identity, change);
    }

    /// <summary>What became of another version's bytes; found by comparing where more than one edit lies between.</summary>
    internal TextChange ChangeSince(EditorText other) =>
        ReferenceEquals(other, this) ? default
        : ReferenceEquals(previous, other.identity) ? Change
        : TextChange.Between(other.Bytes, Bytes);

    public override string ToString() => Encoding.UTF8.GetString(Bytes.From(0));
}
