using System.Text;
using CsCheck;
using LabelSpec.Annotations.Sources;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Sources;

public class EditorTextTests
{
    static readonly Gen<string> Pieces = Gen.OneOf([
            .. new[] { "a", "é", "€", "😀", "\n", "\r\n", "\r", "xyz" }.Select(Gen.Const),
        ])
        .Array[0, 30]
        .Select(string.Concat);

    [Fact]
    public void Edits_give_the_text_and_the_positions_of_a_fresh_one() =>
        Gen.Select(Pieces, Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Pieces).Array[1, 6], Gen.Int[1, 30])
            .Holds(
                (start, edits, pieceSize) =>
                {
                    var text = start;
                    var edited = new EditorText(Encoding.UTF8.GetBytes(start), pieceSize);
                    foreach (var (place, length, inserted) in edits)
                    {
                        var (from, to) = Range(text, place, length);
                        edited = edited.Replace(Bytes(text, from), Bytes(text, to), Encoding.UTF8.GetBytes(inserted));
                        text = text[..from] + inserted + text[to..];
                        var fresh = new EditorText(text);
                        Assert.Equal(text, edited.ToString());
                        for (var at = 0L; at <= fresh.Bytes.Length; at++)
                        {
                            Assert.Equal(fresh.PositionOf(at), edited.PositionOf(at));
                            Assert.Equal(at, edited.OffsetOf(edited.PositionOf(at)) + Within(fresh, at));
                        }
                    }
                },
                iter: 300
            );

    [Fact]
    public void Any_stretch_of_a_text_in_pieces_is_that_of_the_text() =>
        Gen.Select(Pieces, Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Pieces).Array[0, 6], Gen.Int[1, 30])
            .Holds(
                (start, edits, pieceSize) =>
                {
                    var text = start;
                    var edited = new EditorText(Encoding.UTF8.GetBytes(start), pieceSize);
                    foreach (var (place, length, inserted) in edits)
                    {
                        var (from, to) = Range(text, place, length);
                        edited = edited.Replace(Bytes(text, from), Bytes(text, to), Encoding.UTF8.GetBytes(inserted));
                        text = text[..from] + inserted + text[to..];
                    }

                    var bytes = Encoding.UTF8.GetBytes(text);
                    var buffer = new byte[bytes.Length + 1];
                    Assert.Equal(bytes.Length, edited.Bytes.Length);
                    for (var from = 0; from <= bytes.Length; from++)
                    {
                        for (var length = 0; from + length <= bytes.Length + 1; length += 1 + length / 3)
                        {
                            var expected = bytes.AsSpan(from, Math.Min(length, bytes.Length - from));
                            Assert.Equal(expected, edited.Bytes.Slice(from, length));
                            Assert.Equal(expected.Length, edited.Bytes.CopyTo(from, buffer.AsSpan(0, length)));
                            Assert.Equal(expected, buffer.AsSpan(0, expected.Length));
                            Assert.True(edited.Bytes.Ahead(from, length).StartsWith(expected));
                        }

                        Assert.Equal(bytes.AsSpan(from), edited.Bytes.From(from));
                    }
                },
                iter: 100
            );

    [Fact]
    public void An_edit_of_a_long_text_shares_the_rest_with_the_text_before()
    {
        var before = new EditorText(new byte[8 << 20]);
        var text = before;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            text = text.Replace(4_000_000 + i, 4_000_000 + i, "x"u8);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 100 * (256 << 10));
        Assert.Equal((8 << 20) + 100, text.Bytes.Length);
        Assert.Equal(8 << 20, before.Bytes.Length);
        Assert.True(before.Bytes.Slice(0, 100).Overlaps(text.Bytes.Slice(0, 100)));
    }

    [Fact]
    public void Positions_far_behind_an_edit_move_with_it()
    {
        var line = "{\"id\": 1, \"é\": \"😀\"},\n";
        var text = string.Concat(Enumerable.Repeat(line, 20_000));
        var edited = new EditorText(text);
        // Lay checkpoints over all of it, so that they have to move.
        edited.PositionOf(edited.Bytes.Length);
        foreach (var inserted in new[] { "x", "\n\n", "\r", "", new string('y', 200_000) + "\n" })
        {
            edited = edited.Replace(new SourcePosition(9, 4), new SourcePosition(12, 7), inserted);
            var fresh = new EditorText(edited.ToString());
            foreach (var at in new[] { 100, 250, 70_000, 200_300, 300_017, edited.Bytes.Length })
                Assert.Equal(fresh.PositionOf(at), edited.PositionOf(at));
            Assert.Equal(
                fresh.OffsetOf(new SourcePosition(15_000, 12)),
                edited.OffsetOf(new SourcePosition(15_000, 12))
            );
        }
    }

    [Theory]
    [InlineData(1, 99, 3)]
    [InlineData(2, 1, 5)]
    [InlineData(2, 99, 7)]
    [InlineData(99, 1, 7)]
    public void A_place_beyond_its_line_is_the_end_of_the_line(int line, int column, long offset) =>
        Assert.Equal(offset, new EditorText("abc\r\nde").OffsetOf(new SourcePosition(line, column)));

    [Fact]
    public void The_change_between_two_texts_is_the_smallest_one()
    {
        var same = new string('x', 10_000);
        var change = TextChange.Between(
            SourceBytes.Of(Encoding.UTF8.GetBytes(same + "abc" + same)),
            SourceBytes.Of(Encoding.UTF8.GetBytes(same + "aXYc" + same))
        );

        Assert.Equal(new TextChange(10_001, 10_002, 10_003), change);
    }

    // How far a byte lies behind the first one of its place: within a character, or behind the \r of a line's end.
    static long Within(EditorText text, long at)
    {
        var first = at;
        while (first > 0 && text.PositionOf(first - 1) == text.PositionOf(at))
            first--;
        return at - text.OffsetOf(text.PositionOf(first));
    }

    static (int From, int To) Range(string text, double place, double length)
    {
        var from = Outside(text, (int)(place * text.Length));
        var to = Outside(text, from + (int)(length * (text.Length - from) / 2));
        return (from, to);
    }

    // Between the halves of a pair of surrogates there is no place.
    static int Outside(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    static long Bytes(string text, int at) => Encoding.UTF8.GetByteCount(text.AsSpan(0, at));
}
