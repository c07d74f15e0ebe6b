using System.IO.Compression;
using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Reading;

public sealed class ArchiveTests : IDisposable
{
    const string Kitti = "Car 0 0 0 1 2 3 4 -1 -1 -1 -1000 -1000 -1000 -10\n";

    readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    string Zip(params (string Name, byte[] Bytes)[] files)
    {
        var path = scratch.PathOf("data.zip");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in files)
        {
            using var stream = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
            stream.Write(bytes);
        }
        return path;
    }

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    [Fact]
    public void The_files_of_an_archive_are_read_in_place()
    {
        var path = Zip(
            ("b/label_2/2.txt", Utf8(Kitti + Kitti)),
            ("a/train.json", Utf8("""{"categories": {}, "items": [{"id": "x", "annotations": []}]}""")),
            ("__MACOSX/b/._2.txt", Utf8(Kitti)),
            ("readme.md", Utf8("# Hello"))
        );

        var dataset = DatasetReader.Read([path]);

        Assert.Empty(dataset.Problems);
        Assert.Equal(["datumaro", "kitti"], dataset.Files.Select(file => file.Format!.Id));
        Assert.Equal(2, dataset.Annotations.Count);
        Assert.EndsWith("data.zip/b/label_2/2.txt", dataset.Files[1].Path, StringComparison.Ordinal);
        Assert.Equal("2:1", dataset.PositionOf(dataset.Annotations.SpanOf(1)).ToString());
        Assert.Equal("Car", Formats.Places.Of(dataset, 1, Field.Category));
        Assert.False(dataset.Files[1].HasChangedOnDisk());
        Assert.Single(Directory.GetFiles(scratch.Path));
    }

    [Fact]
    public void What_is_packed_once_more_is_unpacked()
    {
        var dataset = DatasetReader.Read([
            Zip(
                ("label_2/2.txt.gz", Gzip(Utf8(Kitti + Kitti))),
                ("a.json.gz", Gzip(Utf8("""{"categories": {}, "items": [{"id": "x", "annotations": []}]}""")))
            ),
        ]);

        Assert.Empty(dataset.Problems);
        Assert.Equal(["datumaro", "kitti"], dataset.Files.Select(file => file.Format!.Id));
        Assert.Equal("2:1", dataset.PositionOf(dataset.Annotations.SpanOf(1)).ToString());
        Assert.Equal("Car", Formats.Places.Of(dataset, 1, Field.Category));
    }

    [Fact]
    public void What_is_packed_twice_may_not_grow_more_than_what_is_packed_once()
    {
        // A thousandth of its size, and packed again a thousandth of that.
        var dataset = DatasetReader.Read([Zip(("a.json.gz", Gzip(new byte[100 << 20])))]);

        var problem = Assert.Single(dataset.Problems);
        Assert.Equal("LS2002", problem.Code);
        Assert.Contains("far more than texts do", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_out_of_a_pipe_is_read_as_one_on_disk()
    {
        var archive = Zip(("label_2/2.txt", Utf8(Kitti)), ("label_2/3.txt.gz", Gzip(Utf8(Kitti))));
        var bytes = File.ReadAllBytes(archive);
        File.Delete(archive);

        var dataset = DatasetReader.Read([new ReadInput("/dev/fd/63", bytes)]);

        Assert.Empty(dataset.Problems);
        Assert.Equal(2, dataset.Annotations.Count);
        Assert.Equal("/dev/fd/63/label_2/2.txt", dataset.Files[0].Path);
        Assert.Equal("Car", Formats.Places.Of(dataset, 1, Field.Category));
        Assert.False(dataset.Files[0].HasChangedOnDisk());
    }

    [Fact]
    public void A_damaged_archive_out_of_a_pipe_is_a_problem()
    {
        var bytes = File.ReadAllBytes(Zip(("label_2/2.txt", Utf8(Kitti))));

        var dataset = DatasetReader.Read([new ReadInput("/dev/fd/63", bytes[..(bytes.Length / 2)])]);

        Assert.Equal("LS2002", Assert.Single(dataset.Problems).Code);
    }

    [Fact]
    public void An_archive_is_the_folder_of_what_lies_in_it()
    {
        var archive = Zip(("images/1.png", [1, 2, 3]), ("2.png", [1, 2, 3]));

        Assert.True(PackedFile.FolderExists(archive));
        Assert.True(PackedFile.FolderExists(archive + "/images"));
        Assert.False(PackedFile.FolderExists(archive + "/labels"));
        Assert.False(PackedFile.FolderExists(archive + "x.zip"));
        Assert.Equal(archive + "/2.png", PictureFinder.Find("/nowhere/a.json", "2.png", archive));
        Assert.Equal(archive + "/images/1.png", PictureFinder.Find("/nowhere/a.json", "images/1.png", archive));
    }

    static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal))
            stream.Write(bytes);
        return packed.ToArray();
    }

    [Fact]
    public void What_is_in_an_archive_is_not_edited()
    {
        var dataset = DatasetReader.Read([Zip(("label_2/2.txt", Utf8(Kitti)))]);

        var plan = dataset.Edit([new ElementChange.Remove(Element.Annotation(0))]);

        Assert.Empty(plan.Edits);
        Assert.Contains("unpack", Assert.Single(plan.Refused).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../label_2/1.txt")]
    [InlineData("a/../../1.txt")]
    [InlineData("/etc/1.txt")]
    [InlineData("C:/1.txt")]
    [InlineData("..\\1.txt")]
    public void A_name_that_leads_out_of_the_archive_is_refused(string name)
    {
        var dataset = DatasetReader.Read([Zip((name, Utf8(Kitti)), ("label_2/2.txt", Utf8(Kitti)))]);

        var problem = Assert.Single(dataset.Problems);
        Assert.Equal("LS2011", problem.Code);
        Assert.Contains(name.Replace('\\', '/'), problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, dataset.Annotations.Count);
    }

    [Fact]
    public void A_file_that_unpacks_to_far_too_much_is_refused()
    {
        var dataset = DatasetReader.Read([Zip(("label_2/1.txt", new byte[32 << 20]), ("label_2/2.txt", Utf8(Kitti)))]);

        Assert.Equal("LS2011", Assert.Single(dataset.Problems).Code);
        Assert.Equal(1, dataset.Annotations.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_archives_that_are_not_opened_whoever_finds_nothing_is_told(bool isInArchive)
    {
        var path = Zip(("in/data.zip", [(byte)'P', (byte)'K', 3, 4]), ("readme.md", Utf8("# Hello")));

        var dataset = DatasetReader.Read([isInArchive ? path : scratch.Path]);

        var problem = Assert.Single(dataset.Problems);
        Assert.Equal("LS2010", problem.Code);
        Assert.Contains(
            isInArchive ? $"{path}/in/data.zip, are not opened" : $"{path}, are not opened",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_broken_archive_is_reported()
    {
        var path = scratch.Write("broken.zip", "PK this is no archive");

        Assert.Equal("LS2002", Assert.Single(DatasetReader.Read([path]).Problems).Code);
    }

    // Every byte of the directory and of the data is changed once.
    [Fact]
    public void A_damaged_archive_is_survived()
    {
        var bytes = File.ReadAllBytes(Zip(("label_2/1.txt", Utf8(Kitti)), ("label_2/2.txt", Utf8(Kitti + Kitti))));
        var path = scratch.PathOf("damaged.zip");
        for (var at = 0; at < bytes.Length; at++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 0x5A;
            File.WriteAllBytes(path, damaged);
            DatasetReader.Read([path]);
        }
    }

    [Fact]
    public void XML_in_UTF_16_is_read_and_not_edited()
    {
        const string xml = """
            <?xml version="1.0" encoding="utf-16"?>
            <annotation><filename>ä.jpg</filename><size><width>9</width><height>9</height></size>
            <object><name>cät</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>5</xmax><ymax>6</ymax></bndbox></object></annotation>
            """;
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var path = scratch.PathOf("a.xml");
            File.WriteAllBytes(path, [.. encoding.GetPreamble(), .. encoding.GetBytes(xml)]);
            var dataset = DatasetReader.Read([path]);

            Assert.Empty(dataset.Problems);
            Assert.Equal("cät", dataset.Categories.Names[dataset.Annotations.Categories[0]]);
            Assert.Equal("ä.jpg", dataset.Images.FileNames[0]);
            Assert.Equal("3:1", dataset.PositionOf(dataset.Annotations.SpanOf(0)).ToString());
            Assert.Single(dataset.Edit([new ElementChange.Remove(Element.Annotation(0))]).Refused);
        }
    }

    [Fact]
    public void Globs_of_inputs_know_what_globs_of_projects_know()
    {
        foreach (var name in new[] { "a/1.txt", "b/2.txt", "c/3.txt", ".hidden/4.txt" })
            scratch.Write(name, Kitti);

        Assert.Equal(2, DatasetReader.Read([scratch.PathOf("{a,b}", "*.txt")]).Annotations.Count);
        Assert.Equal(2, DatasetReader.Read([scratch.PathOf("[!a]", "*.txt")]).Annotations.Count);
        Assert.Equal(3, DatasetReader.Read([scratch.PathOf("**", "*.txt")]).Annotations.Count);
    }
}
