using System.IO.Compression;
using LabelSpec.Annotations.Pictures;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Pictures;

/// <summary>The end of a picture is looked for on disk and in archives alike.</summary>
public sealed class PictureEndTests : IDisposable
{
    static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[2000], 0xFF, 0xD9];

    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1500, false)]
    public void A_picture_in_an_archive_ends_where_it_does_on_disk(int cut, bool isComplete)
    {
        var bytes = Jpeg[..^cut];
        var file = folder.PathOf("a.jpg");
        File.WriteAllBytes(file, bytes);
        var archive = folder.PathOf("a.zip");
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
            zip.CreateEntryFromFile(file, "images/a.jpg");

        foreach (var path in (string[])[file, archive + "/images/a.jpg"])
        {
            var read = PictureBytes.Read(path)!;
            Assert.Equal(("JPEG", bytes.Length, isComplete), (read.Type, read.Length, read.IsComplete));
            Assert.Equal("JPEG", PictureBytes.ReadType(path));
        }
    }
}
