using System.Text;
using LabelSpec.Annotations.Sources;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Sources;

/// <summary>Small files that are read by the system's own calls.</summary>
public class PlainFileTests
{
    [Fact]
    public void Content_size_and_time_are_those_that_the_runtime_gives()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var folder = new ScratchFolder();
        foreach (var text in new[] { "", "x", "höhe 640\n" + new string('y', 5_000) })
        {
            folder.Write("ä b.xml", text);
            var path = folder.PathOf("ä b.xml");

            foreach (var wasRegular in new[] { false, true })
            {
                Assert.True(PlainFile.TryRead(path, 1 << 20, wasRegular, out var content, out var stamp));
                Assert.Equal(File.ReadAllBytes(path), content.From(0).ToArray());
                Assert.Equal(new FileInfo(path).Length, stamp.Length);
                Assert.Equal(File.GetLastWriteTimeUtc(path), stamp.LastWriteTimeUtc);
            }
        }
    }

    [Fact]
    public void What_is_missing_large_packed_or_a_folder_is_left_to_others()
    {
        using var folder = new ScratchFolder();
        folder.Write("a.xml", "0123456789");
        folder.Write("a.xml.gz", "no archive");

        // Also what was a file when its folder was listed may be something else by now.
        foreach (var wasRegular in new[] { false, true })
        {
            Assert.False(PlainFile.TryRead(folder.PathOf("none.xml"), 100, wasRegular, out _, out _));
            Assert.False(PlainFile.TryRead(folder.PathOf("a.xml"), 9, wasRegular, out _, out _));
            Assert.False(PlainFile.TryRead(folder.PathOf("a.xml.gz"), 100, wasRegular, out _, out _));
            Assert.False(PlainFile.TryRead(folder.Path, 1 << 20, wasRegular, out _, out _));
        }
    }

    [Fact]
    public void Of_a_link_the_file_that_it_leads_to_is_asked_about()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var folder = new ScratchFolder();
        folder.Write("a.xml", "0123456789");
        File.CreateSymbolicLink(folder.PathOf("link.xml"), folder.PathOf("a.xml"));
        File.CreateSymbolicLink(folder.PathOf("nowhere.xml"), folder.PathOf("none.xml"));

        Assert.True(PlainFile.TryStamp(folder.PathOf("link.xml"), out var stamp));
        Assert.Equal(new FileStamp(10, File.GetLastWriteTimeUtc(folder.PathOf("a.xml"))), stamp);
        Assert.False(PlainFile.TryStamp(folder.PathOf("nowhere.xml"), out _));
        Assert.False(PlainFile.TryStamp(folder.Path, out _));
    }

    [Fact]
    public void Files_of_any_length_are_read_into_one_buffer_one_after_another()
    {
        using var folder = new ScratchFolder();
        var buffer = new ReadBuffer();
        foreach (var length in new[] { 5, 40, 3, 0, 9_000, 1 })
        {
            var text = new string((char)('a' + length % 26), length);
            folder.Write("a.xml", text);
            var file = SourceFile.OnDisk(folder.PathOf("a.xml"));

            Assert.Equal(text, Encoding.UTF8.GetString(file.Load(CancellationToken.None, buffer).From(0)));
            // Whoever asks later is not given what others read into the buffer meanwhile.
            folder.Write("b.xml", "others");
            SourceFile.OnDisk(folder.PathOf("b.xml")).Load(CancellationToken.None, buffer);
            Assert.Equal(text, Encoding.UTF8.GetString(file.Bytes.From(0)));
        }
    }

    [Fact]
    public void The_hash_that_is_made_while_reading_is_that_of_the_file()
    {
        using var folder = new ScratchFolder();
        folder.Write("a.xml", "<annotation/>");
        var file = SourceFile.OnDisk(folder.PathOf("a.xml"));
        file.IsHashedWhenRead = true;
        _ = file.Bytes;
        File.Delete(folder.PathOf("a.xml"));

        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("<annotation/>"u8)),
            file.Sha256
        );
    }
}
