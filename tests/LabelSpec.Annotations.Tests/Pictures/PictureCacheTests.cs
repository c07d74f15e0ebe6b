using LabelSpec.Annotations.Pictures;

namespace LabelSpec.Annotations.Tests.Pictures;

public sealed class PictureCacheTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("labelspec");

    public void Dispose() => folder.Delete(recursive: true);

    sealed class CountingReader : IPictureReader
    {
        public int Reads { get; private set; }

        public PictureHeader Read(string path)
        {
            Reads++;
            return new() { Status = PictureStatus.Readable, Width = Reads };
        }
    }

    [Fact]
    public void A_picture_is_read_again_only_when_it_changed()
    {
        var reader = new CountingReader();
        var cache = new PictureCache(reader);
        var path = Path.Combine(folder.FullName, "a.png");
        File.WriteAllText(path, "a");

        cache.Read(path);
        Assert.Equal(1, cache.Read(path).Width);
        File.WriteAllText(path, "ab");
        Assert.Equal(2, cache.Read(path).Width);
        File.SetLastWriteTimeUtc(path, new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(3, cache.Read(path).Width);
        Assert.Equal(3, cache.Read(path).Width);
        Assert.Equal(3, reader.Reads);
    }

    [Theory]
    [InlineData("a.jpg", null, "set/images/a.jpg")]
    [InlineData("sub/a.jpg", null, "set/images/sub/a.jpg")]
    [InlineData("sub\\a.jpg", null, "set/images/sub/a.jpg")]
    [InlineData("C:\\pictures\\a.jpg", null, "set/images/a.jpg")]
    [InlineData("/home/someone/a.jpg", null, "set/images/a.jpg")]
    [InlineData("b.jpg", null, null)]
    [InlineData("b.jpg", "other", "other/b.jpg")]
    [InlineData("../secret.jpg", "set/images", null)]
    [InlineData("../../other/b.jpg", "set/images", null)]
    [InlineData("frame_000010", null, "set/images/frame_000010.PNG")]
    [InlineData("sub/frame_000010", "set/images", "set/images/frame_000010.PNG")]
    [InlineData("a.png", null, null)]
    [InlineData("", null, null)]
    public void A_picture_is_found_below_the_folders_of_pictures_only(string name, string? images, string? expected)
    {
        string[] files =
        [
            "set/images/a.jpg",
            "set/images/sub/a.jpg",
            "set/images/frame_000010.PNG",
            "other/b.jpg",
            "set/secret.jpg",
        ];
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Full(file))!);
            File.WriteAllText(Full(file), "");
        }

        var found = PictureFinder.Find(Full("set/labels/x.json"), name, images is null ? null : Full(images));

        Assert.Equal(expected is null ? null : Full(expected), found);
    }

    string Full(string relative) => Path.Combine(folder.FullName, relative);
}
