using System.Text;
using CsCheck;
using LabelSpec.Annotations.Sources;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Sources;

public class PositionTests
{
    [Fact]
    public void Positions_are_those_of_a_simple_count_over_the_decoded_text()
    {
        var pieces = Gen.OneOf([.. new[] { "a", "é", "€", "😀", "\n", "\r\n", "\r", "xyz" }.Select(Gen.Const)]);
        pieces
            .Array[0, 60]
            .Holds(
                parts =>
                {
                    var text = string.Concat(parts);
                    var file = SourceFile.FromBuffer("a", Encoding.UTF8.GetBytes(text));
                    // Small texts are gone through each time; larger ones have an index.
                    var index = new LineIndex();
                    var (line, column, offset) = (1, 1, 0L);
                    for (var i = 0; i <= text.Length; i++)
                    {
                        var inside = i > 0 && i < text.Length && char.IsLowSurrogate(text[i]);
                        if (!inside)
                        {
                            Assert.Equal(new SourcePosition(line, column), file.PositionOf(offset));
                            Assert.Equal(new SourcePosition(line, column), index.PositionOf(file.Bytes, offset));
                            Assert.Equal(offset, file.OffsetOf(new SourcePosition(line, column)));
                        }
                        if (i == text.Length)
                            break;
                        offset +=
                            char.IsHighSurrogate(text[i]) ? 4
                            : char.IsLowSurrogate(text[i]) ? 0
                            : Encoding.UTF8.GetByteCount(text, i, 1);
                        column++;
                        if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                            (line, column) = (line + 1, 1);
                    }
                },
                iter: 500
            );
    }

    [Fact]
    public void A_line_of_many_blocks_is_counted_through()
    {
        var text = new string('x', 300_000) + "é" + new string('y', 100_000) + "\r\nz";
        var file = SourceFile.FromBuffer("a", Encoding.UTF8.GetBytes(text));

        Assert.Equal(new SourcePosition(1, 300_001), file.PositionOf(300_000));
        Assert.Equal(new SourcePosition(1, 300_002), file.PositionOf(300_002));
        Assert.Equal(new SourcePosition(2, 1), file.PositionOf(400_004));
        Assert.Equal(400_004, file.OffsetOf(new SourcePosition(2, 1)));
    }

    [Fact]
    public void Places_in_plain_text_are_counted_whatever_was_asked_before_and_edited_between()
    {
        var blocks = new[]
        {
            new string('x', 20_000),
            new string('x', 9_000) + "\n",
            "é",
            "\r\n",
            new string('y', 40_000),
        };
        Gen.Select(
                Gen.OneOf([.. blocks.Select(Gen.Const)]).Array[1, 8],
                Gen.Int[0, 1 << 20].Array[1, 12],
                Gen.Int[0, 1 << 20],
                (parts, places, cut) => (parts, places, cut)
            )
            .Holds(
                one =>
                {
                    var text = new EditorText(string.Concat(one.parts));
                    Assert.All(one.places, place => AssertPlace(text, place));
                    var at = one.cut % (text.Bytes.Length + 1);
                    var edited = text.Replace(at, Math.Min(text.Bytes.Length, at + 3), "é\n"u8);
                    Assert.All(one.places, place => AssertPlace(edited, place));
                },
                iter: 60
            );

        static void AssertPlace(EditorText text, int place)
        {
            var before = text.Bytes.Slice(0, place % ((int)text.Bytes.Length + 1));
            if (text.Bytes.Slice(before.Length, 1) is [(byte)'\n' or >= 0x80 and < 0xC0])
                return;
            var shown = Encoding.UTF8.GetString(before).ReplaceLineEndings("\n");
            Assert.Equal(
                new SourcePosition(shown.AsSpan().Count('\n') + 1, shown.Length - shown.LastIndexOf('\n')),
                text.PositionOf(before.Length)
            );
        }
    }

    [Fact]
    public void A_line_end_that_a_block_boundary_cuts_is_one_line_end()
    {
        for (var before = (64 << 10) - 3; before < (64 << 10) + 2; before++)
        {
            var file = SourceFile.FromBuffer("a", Encoding.UTF8.GetBytes(new string('x', before) + "\r\ny"));

            Assert.Equal(new SourcePosition(2, 1), file.PositionOf(before + 2));
            Assert.Equal(new SourcePosition(1, before + 1), file.PositionOf(before));
        }
    }

    [Fact]
    public void A_byte_order_mark_takes_no_column()
    {
        var file = SourceFile.FromBuffer("a", [0xEF, 0xBB, 0xBF, (byte)'a', (byte)'b']);

        Assert.Equal(new SourcePosition(1, 2), file.PositionOf(4));
        Assert.Equal(4, file.OffsetOf(new SourcePosition(1, 2)));
    }

    [Fact]
    public void A_file_that_changes_after_reading_is_noticed()
    {
        var path = Path.Combine(Path.GetTempPath(), $"labelspec-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, "{}");
        try
        {
            var file = SourceFile.OnDisk(path);
            file.Load(CancellationToken.None);
            Assert.False(file.HasChangedOnDisk());
            File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddSeconds(1));
            Assert.True(file.HasChangedOnDisk());
            file = SourceFile.OnDisk(path);
            file.Load(CancellationToken.None);
            File.WriteAllText(path, "{ }");
            Assert.True(file.HasChangedOnDisk());
            File.Delete(path);
            Assert.True(file.HasChangedOnDisk());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
