namespace LabelSpec.Grammar.Text;

/// <summary>Where the lines of a text begin. Lines end with LF, CR LF or CR.</summary>
public sealed class LineMap
{
    readonly int[] _starts;
    readonly int _length;

    public LineMap(string text)
    {
        _length = text.Length;
        _starts = FindStarts(text);
    }

    /// <summary>At least one: an empty text has an empty line.</summary>
    public int Count => _starts.Length;

    /// <summary>The line in which an offset lies; offsets outside the text count as its ends.</summary>
    public int LineOf(int offset)
    {
        var found = Array.BinarySearch(_starts, Math.Clamp(offset, 0, _length));
        return found >= 0 ? found : ~found - 1;
    }

    public LinePosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, _length);
        var line = LineOf(offset);
        return new LinePosition(line, offset - _starts[line]);
    }

    /// <summary>Positions outside the text count as the nearest place in it.</summary>
    public int OffsetOf(LinePosition position)
    {
        if (position.Line < 0)
            return 0;
        if (position.Line >= _starts.Length)
            return _length;
        var end = position.Line + 1 < _starts.Length ? _starts[position.Line + 1] : _length;
        return Math.Clamp(_starts[position.Line] + Math.Max(position.Column, 0), 0, end);
    }

    public int StartOf(int line) => _starts[line];

    /// <summary>The whole line, with its line break.</summary>
    public TextSpan SpanOf(int line) =>
        TextSpan.FromBounds(_starts[line], line + 1 < _starts.Length ? _starts[line + 1] : _length);

    static int[] FindStarts(string text)
    {
        var starts = new List<int>(text.Length / 32 + 1) { 0 };
        var rest = text.AsSpan();
        for (var at = 0; ; )
        {
            var found = rest.IndexOfAny('\n', '\r');
            if (found < 0)
                return [.. starts];
            var width = rest[found] == '\r' && found + 1 < rest.Length && rest[found + 1] == '\n' ? 2 : 1;
            at += found + width;
            rest = rest[(found + width)..];
            starts.Add(at);
        }
    }
}
