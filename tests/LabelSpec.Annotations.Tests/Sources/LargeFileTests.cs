using LabelSpec.Annotations.Sources;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Sources;

/// <summary>Files that are too large for one array, with a small limit in place of the real one.</summary>
public class LargeFileTests
{
    const long Limit = 10_000;

    readonly byte[] _bytes = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];

    [Fact]
    public void A_file_that_is_truncated_after_it_was_read_is_still_what_was_read()
    {
        using var folder = new ScratchFolder();
        var held = Load(folder, smallestStreamed: long.MaxValue);
        Truncate(folder, 5_000);

        Assert.IsType<CopiedSourceBytes>(held);
        Assert.True(held.From(0).SequenceEqual(_bytes));
    }

    [Fact]
    public void A_file_that_is_truncated_while_pieces_of_it_are_read_ends_there()
    {
        using var folder = new ScratchFolder();
        var pieces = Load(folder, smallestStreamed: 1);
        Assert.True(pieces.Slice(10, 90).SequenceEqual(_bytes.AsSpan(10, 90)));
        Truncate(folder, 50_000);

        Assert.True(pieces.Slice(49_000, 2_000).SequenceEqual(_bytes.AsSpan(49_000, 1_000)));
        Assert.True(pieces.Slice(60_000, 10).IsEmpty);
    }

    [Fact]
    public void Pieces_are_never_taken_into_memory_as_a_whole()
    {
        using var folder = new ScratchFolder();
        var pieces = Load(folder, smallestStreamed: 1);

        Assert.True(pieces.From(3).SequenceEqual(_bytes.AsSpan(3)));
        Assert.True(pieces.IsStreamed);
    }

    [Fact]
    public void Elements_one_after_the_other_are_those_of_the_file()
    {
        using var folder = new ScratchFolder();
        var pieces = Load(folder, smallestStreamed: 1);

        for (var at = 0; at < _bytes.Length; at += 700)
            Assert.True(pieces.Slice(at, 650).SequenceEqual(_bytes.AsSpan(at, Math.Min(650, _bytes.Length - at))));
        Assert.True(pieces.Slice(100, 650).SequenceEqual(_bytes.AsSpan(100, 650)));
    }

    SourceBytes Load(ScratchFolder folder, long smallestStreamed)
    {
        File.WriteAllBytes(folder.PathOf("a.bin"), _bytes);
        return SourceLoader.Load(folder.PathOf("a.bin"), smallestStreamed, CancellationToken.None, out _, Limit);
    }

    static void Truncate(ScratchFolder folder, long length)
    {
        using var cut = new FileStream(folder.PathOf("a.bin"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        cut.SetLength(length);
    }
}
