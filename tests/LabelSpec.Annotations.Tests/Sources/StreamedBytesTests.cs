using LabelSpec.Annotations.Sources;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Sources;

/// <summary>Files that stay on disk while they are read.</summary>
public class StreamedBytesTests
{
    readonly byte[] _bytes = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];

    [Fact]
    public void Slices_are_those_of_the_file_and_stay_when_others_are_taken()
    {
        using var folder = new ScratchFolder();
        var file = Open(folder);

        var first = file.Slice(10, 1000);
        var second = file.Slice(70_000, 500);

        Assert.True(first.SequenceEqual(_bytes.AsSpan(10, 1000)));
        Assert.True(second.SequenceEqual(_bytes.AsSpan(70_000, 500)));
        Assert.True(file.Slice(99_990, 100).SequenceEqual(_bytes.AsSpan(99_990)));
        Assert.True(file.Slice(100_000, 1).IsEmpty);
        Assert.True(file.Ahead(5, 20).SequenceEqual(_bytes.AsSpan(5, 20)));
        Assert.True(file.IsStreamed);
    }

    [Fact]
    public void Everything_is_taken_into_memory_once()
    {
        using var folder = new ScratchFolder();
        var file = Open(folder);

        Assert.True(file.From(3).SequenceEqual(_bytes.AsSpan(3)));
        Assert.False(file.IsStreamed);
        Assert.True(file.From(0)[3..] == file.From(3));
    }

    [Fact]
    public void A_file_that_shrinks_meanwhile_ends_where_it_ends()
    {
        using var folder = new ScratchFolder();
        var file = Open(folder);
        using (var cut = new FileStream(folder.PathOf("a.bin"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            cut.SetLength(60_000);

        Assert.Equal(100_000, file.Length);
        Assert.True(file.Slice(59_990, 100).SequenceEqual(_bytes.AsSpan(59_990, 10)));
        Assert.Equal(60_000, file.Length);
        Assert.True(file.Slice(70_000, 100).IsEmpty);
        Assert.Equal(60_000, file.From(0).Length);
    }

    [Fact]
    public void A_file_that_was_replaced_is_still_the_one_that_was_read()
    {
        using var folder = new ScratchFolder();
        var file = Open(folder);
        if (OperatingSystem.IsWindows())
            return;
        folder.Write("b.bin", "other");
        File.Move(folder.PathOf("b.bin"), folder.PathOf("a.bin"), overwrite: true);

        Assert.True(file.Slice(5, 100).SequenceEqual(_bytes.AsSpan(5, 100)));
    }

    StreamedSourceBytes Open(ScratchFolder folder)
    {
        File.WriteAllBytes(folder.PathOf("a.bin"), _bytes);
        return new StreamedSourceBytes(
            File.OpenHandle(
                folder.PathOf("a.bin"),
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            ),
            _bytes.Length
        );
    }
}
