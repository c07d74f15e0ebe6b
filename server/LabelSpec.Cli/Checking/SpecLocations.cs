using System.Collections.Immutable;
using System.Text;
using LabelSpec.Engine.Findings;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Cli.Checking;

/// <summary>Places in guidelines as reports show them: lines, columns, and bytes.</summary>
sealed class SpecLocations
{
    readonly Dictionary<string, Positions> _positions = [];

    public Location Of(SourceSpan span)
    {
        if (!_positions.TryGetValue(span.File.Path, out var positions))
            _positions[span.File.Path] = positions = new Positions(
                span.File.Text,
                ByteOrderMark.LengthIn(span.File.Path)
            );
        var (start, line, column) = positions.Of(span.Start);
        var (end, endLine, endColumn) = positions.Of(span.End);
        return new Location(DisplayPath.Of(span.File.Path), start, end, line, column, endLine, endColumn);
    }

    /// <summary>Lines, columns and byte offsets of a text, for offsets in UTF-16 units.</summary>
    sealed class Positions
    {
        readonly string _text;
        readonly ImmutableArray<(int Start, int StartByte)> _lines;

        public Positions(string text, int firstByte)
        {
            _text = text;
            var lines = ImmutableArray.CreateBuilder<(int, int)>();
            lines.Add((0, firstByte));
            var bytes = firstByte;
            var start = 0;
            for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', start))
            {
                bytes += Encoding.UTF8.GetByteCount(text.AsSpan(start, at + 1 - start));
                start = at + 1;
                lines.Add((start, bytes));
            }

            _lines = lines.ToImmutable();
        }

        public (long Byte, int Line, int Column) Of(int offset)
        {
            var index = _lines.BinarySearch((offset, int.MaxValue));
            var line = (index < 0 ? ~index : index) - 1;
            var (start, startByte) = _lines[line];
            var bytes = startByte + Encoding.UTF8.GetByteCount(_text.AsSpan(start, offset - start));
            return (bytes, line + 1, offset - start + 1);
        }
    }
}
