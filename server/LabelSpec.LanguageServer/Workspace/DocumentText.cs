using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Workspace;

/// <summary>
/// A text that is edited far more often than it is long: pieces of earlier texts in order, so that a keystroke in a
/// 20 MB file copies a list of pieces and not the file. Immutable.
/// </summary>
public sealed class DocumentText
{
    /// <summary>Above this many pieces the text is joined again; amortised, a keystroke still costs almost nothing.</summary>
    const int MostPieces = 256;

    /// <summary>Neighbours that are shorter together become one piece, so that who types at one place does not make a piece with each letter.</summary>
    const int ShortPieces = 1024;

    /// <summary>Longer texts are pasted, not typed, and looked through in one go.</summary>
    const int LongestTyped = 4096;

    readonly ReadOnlyMemory<char>[] _pieces;
    readonly int _shortPieces;
    readonly Lazy<string> _joined;
    readonly Lazy<int[]> _lineStarts;
    readonly Lazy<bool> _isAscii;

    public DocumentText(string text)
        : this(text, ShortPieces) { }

    /// <inheritdoc cref="DocumentText(string)"/>
    /// <param name="text">The text.</param>
    /// <param name="shortPieces">Pieces that are shorter together become one.</param>
    internal DocumentText(string text, int shortPieces)
        : this([text.AsMemory()], text.Length, shortPieces) { }

    DocumentText(
        ReadOnlyMemory<char>[] pieces,
        int length,
        int shortPieces,
        Func<DocumentText, int[]>? lineStarts = null,
        bool isKnownAscii = false
    )
    {
        _pieces = pieces;
        _shortPieces = shortPieces;
        Length = length;
        _joined = new Lazy<string>(Join);
        _isAscii = isKnownAscii
            ? new Lazy<bool>(true)
            : new Lazy<bool>(() => Array.TrueForAll(_pieces, piece => System.Text.Ascii.IsValid(piece.Span)));
        _lineStarts = new Lazy<int[]>(lineStarts is null ? FindLineStarts : () => lineStarts(this));
    }

    /// <summary>UTF-16 units.</summary>
    public int Length { get; }

    public override string ToString() => _joined.Value;

    /// <summary>Whether every character is one byte, one unit and one code point.</summary>
    public bool IsAscii => _isAscii.Value;

    /// <summary>A line without its line break; empty behind the last one.</summary>
    public ReadOnlySpan<char> LineAt(int line)
    {
        var starts = _lineStarts.Value;
        if (line < 0 || line >= starts.Length)
            return default;
        var end = line + 1 < starts.Length ? LineEnd(starts[line + 1]) : Length;
        return ToString().AsSpan(starts[line], end - starts[line]);
    }

    /// <summary>The offset of a position; a position behind the end of its line or text is moved to that end.</summary>
    public int OffsetOf(Position position)
    {
        var starts = _lineStarts.Value;
        if (position.Line < 0)
            return 0;
        if (position.Line >= starts.Length)
            return Length;
        var start = starts[position.Line];
        var end = position.Line + 1 < starts.Length ? LineEnd(starts[position.Line + 1]) : Length;
        return (int)Math.Clamp((long)start + position.Character, start, Math.Max(start, end));
    }

    public Position PositionOf(int offset)
    {
        var starts = _lineStarts.Value;
        offset = Math.Clamp(offset, 0, Length);
        var line = Array.BinarySearch(starts, offset);
        if (line < 0)
            line = ~line - 1;
        return new Position(line, offset - starts[line]);
    }

    public Protocol.Range RangeOf(int start, int end) => new(PositionOf(start), PositionOf(end));

    public DocumentText With(TextDocumentContentChangeEvent change)
    {
        if (change.Range is not { } range)
            return new DocumentText(change.Text, _shortPieces);
        var start = OffsetOf(range.Start);
        return Replace(start, Math.Max(start, OffsetOf(range.End)), change.Text);
    }

    DocumentText Replace(int start, int end, string text)
    {
        var pieces = new List<ReadOnlyMemory<char>>(_pieces.Length + 2);
        Keep(pieces, 0, start);
        Add(pieces, text.AsMemory());
        Keep(pieces, end, Length);
        // Most edits are a few letters, and the lines behind them only move.
        var starts = text.Length <= LongestTyped && _lineStarts.IsValueCreated ? _lineStarts.Value : null;
        Func<DocumentText, int[]>? moved = starts is null
            ? null
            : after => after.MoveLineStarts(starts, start, end, start + text.Length);
        var isKnownAscii = _isAscii.IsValueCreated && _isAscii.Value && System.Text.Ascii.IsValid(text);
        var length = Length - (end - start) + text.Length;
        var next = new DocumentText([.. pieces], length, _shortPieces, moved, isKnownAscii);
        return next._pieces.Length > MostPieces
            ? new DocumentText([next.ToString().AsMemory()], length, _shortPieces, moved, isKnownAscii)
            : next;
    }

    /// <summary>The starts of lines after an edit: only where it was made, breaks are looked for again.</summary>
    int[] MoveLineStarts(int[] before, int start, int oldEnd, int newEnd)
    {
        // A break at the edge of the edit may have become, or have been, half of another one.
        var kept = FirstAtLeast(before, start);
        var behind = FirstAtLeast(before, oldEnd + 2);
        var found = new List<int>();
        for (var at = Math.Max(0, start - 1); at <= Math.Min(newEnd, Length - 1); at++)
            if (CharAt(at) is var unit && (unit == '\n' || (unit == '\r' && CharAt(at + 1) != '\n')))
                found.Add(at + 1);
        if (kept == 0)
            found.Insert(0, 0);
        var starts = new int[kept + found.Count + before.Length - behind];
        before.AsSpan(0, kept).CopyTo(starts);
        found.CopyTo(starts, kept);
        for (var i = behind; i < before.Length; i++)
            starts[kept + found.Count + i - behind] = before[i] + newEnd - oldEnd;
        return starts;
    }

    static int FirstAtLeast(int[] starts, int offset)
    {
        var found = Array.BinarySearch(starts, offset);
        return found < 0 ? ~found : found;
    }

    void Keep(List<ReadOnlyMemory<char>> pieces, int from, int to)
    {
        var offset = 0;
        foreach (var piece in _pieces)
        {
            var (first, last) = (Math.Max(from, offset), Math.Min(to, offset + piece.Length));
            if (first < last)
                Add(pieces, piece[(first - offset)..(last - offset)]);
            offset += piece.Length;
        }
    }

    void Add(List<ReadOnlyMemory<char>> pieces, ReadOnlyMemory<char> piece)
    {
        if (pieces.Count > 0 && pieces[^1].Length + piece.Length <= _shortPieces)
            pieces[^1] = string.Concat(pieces[^1].Span, piece.Span).AsMemory();
        else if (!piece.IsEmpty)
            pieces.Add(piece);
    }

    string Join() =>
        _pieces is [var only]
        && System.Runtime.InteropServices.MemoryMarshal.TryGetString(only, out var whole, out var start, out var length)
        && start == 0
        && length == whole.Length
            ? whole
            : string.Create(
                Length,
                _pieces,
                static (target, pieces) =>
                {
                    foreach (var piece in pieces)
                    {
                        piece.Span.CopyTo(target);
                        target = target[piece.Length..];
                    }
                }
            );

    /// <summary>The end of the line before <paramref name="nextStart"/>, without its line break.</summary>
    int LineEnd(int nextStart)
    {
        var end = nextStart - 1;
        return end > 0 && CharAt(end) == '\n' && CharAt(end - 1) == '\r' ? end - 1 : end;
    }

    char CharAt(int offset)
    {
        foreach (var piece in _pieces)
        {
            if (offset < piece.Length)
                return piece.Span[offset];
            offset -= piece.Length;
        }

        return '\0';
    }

    /// <summary>Lines end at <c>\n</c>, <c>\r\n</c> and <c>\r</c>, as the protocol says.</summary>
    int[] FindLineStarts()
    {
        var starts = new List<int> { 0 };
        var offset = 0;
        var previous = '\0';
        foreach (var piece in _pieces)
        {
            var span = piece.Span;
            var at = 0;
            if (previous == '\r' && span.Length > 0 && span[0] == '\n')
            {
                starts[^1]++;
                at = 1;
            }

            while (at < span.Length)
            {
                var found = span[at..].IndexOfAny('\r', '\n');
                if (found < 0)
                    break;
                at += found + 1;
                if (span[at - 1] == '\r' && at < span.Length && span[at] == '\n')
                    at++;
                starts.Add(offset + at);
            }

            offset += span.Length;
            if (span.Length > 0)
                previous = span[^1];
        }

        return [.. starts];
    }
}
