using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Reading;

public sealed class DatasetReaderTests : IDisposable
{
    const string Coco =
        """{"images": [{"id": 1, "file_name": "a"}], "annotations": [{"id": 1, "image_id": 1, "iscrowd": 0}]}""";

    readonly string folder = Directory.CreateTempSubdirectory("labelspec-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_folder_gives_its_annotation_files_in_order_and_passes_others()
    {
        Write("b/two.json", Coco);
        Write("a/one.json", Coco);
        Write("readme.txt", "hello");
        Write("config.json", """{"x": 1}""");
        Write(".hidden/three.json", Coco);

        var dataset = DatasetReader.Read([folder]);

        Assert.Empty(dataset.Problems);
        Assert.Equal(["one.json", "two.json"], dataset.Files.Select(file => Path.GetFileName(file.Path)));
        Assert.Equal([0, 1], dataset.Annotations.Images.ToArray());
    }

    [Fact]
    public void A_pattern_matches_through_folders()
    {
        Write("a/x/one.json", Coco);
        Write("a/two.json", Coco);
        Write("b/three.json", Coco);

        Assert.Equal(2, DatasetReader.Read([Path.Combine(folder, "a/**/*.json")]).Files.Length);
        Assert.Equal(2, DatasetReader.Read([Path.Combine(folder, "?/*.json")]).Files.Length);
    }

    [Fact]
    public void A_declared_format_reads_named_files_that_do_not_look_like_it()
    {
        Write("x.json", """{"x": 1, "annotations": {"id": 1}}""");
        var options = new ReadOptions { Format = Annotations.Formats.AnnotationFormats.Find("COCO") };

        Assert.Equal(
            ["1:25 LS2112 x1", "1:1 LS2118 x1"],
            Read.Problems(DatasetReader.Read([Path.Combine(folder, "x.json")], options))
        );
        Assert.Equal("LS2010", Assert.Single(DatasetReader.Read([folder], options).Problems).Code);
    }

    [Fact]
    public void A_loop_of_links_ends()
    {
        Write("a/one.json", Coco);
        Directory.CreateSymbolicLink(Path.Combine(folder, "a", "loop"), folder);

        Assert.Single(DatasetReader.Read([folder]).Files);
        Assert.Single(DatasetReader.Read([Path.Combine(folder, "**/*.json")]).Files);
    }

    [Fact]
    public void What_is_missing_or_unknown_is_a_problem_of_the_data_set()
    {
        Write("x.json", """{"x": 1}""");

        var dataset = DatasetReader.Read([Path.Combine(folder, "no.json"), Path.Combine(folder, "x.json")]);

        Assert.Equal(["1:1 LS2001 x1", "1:1 LS2003 x1"], Read.Problems(dataset));
    }

    [Fact]
    public void A_folder_without_annotations_is_a_problem_without_a_place()
    {
        var problem = Assert.Single(DatasetReader.Read([folder]).Problems);

        Assert.Equal("LS2010", problem.Code);
        Assert.True(problem.Span.IsNone);
    }

    [Fact]
    public void The_text_in_an_editor_wins_over_the_file_on_disk()
    {
        Write("one.json", Coco);
        var path = Path.Combine(folder, "one.json");

        var dataset = DatasetReader.Read([
            new ReadInput(folder),
            new ReadInput(path, """{"images": [], "annotations": []}"""u8.ToArray()),
        ]);

        Assert.Equal(0, dataset.Annotations.Count);
        Assert.True(Assert.Single(dataset.Files).IsBuffer);
    }

    [Fact]
    public void A_packed_file_is_read_and_cannot_be_edited()
    {
        var path = Path.Combine(folder, "one.json.gz");
        using (
            var stream = new System.IO.Compression.GZipStream(
                File.Create(path),
                System.IO.Compression.CompressionLevel.Fastest
            )
        )
            stream.Write(System.Text.Encoding.UTF8.GetBytes(Coco));

        var dataset = DatasetReader.Read([path]);

        Assert.Equal(1, dataset.Annotations.Count);
        var change = new Annotations.Formats.ElementChange.Remove(Annotations.Formats.Element.Annotation(0));
        Assert.EndsWith("is compressed; unpack it first", Assert.Single(dataset.Edit([change]).Refused).Reason);
    }

    [Fact]
    public void A_damaged_archive_is_a_problem()
    {
        File.WriteAllBytes(Path.Combine(folder, "one.json.gz"), [1, 2, 3]);

        Assert.Equal(["1:1 LS2002 x1"], Read.Problems(DatasetReader.Read([Path.Combine(folder, "one.json.gz")])));
    }

    [Fact]
    public void A_cancelled_reading_ends_by_the_exception_for_that()
    {
        Write("one.json", Coco);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => DatasetReader.Read([folder], cancellation: cancelled.Token));
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes()
    {
        Write("one.json", Coco);

        var file = Assert.Single(DatasetReader.Read([folder]).Files);

        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file.FullPath))),
            file.Sha256
        );
    }

    void Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Results name the images of the data set that they lie in, though another one has such ids too.</summary>
    [Fact]
    public void Results_belong_to_the_data_set_that_lies_nearest()
    {
        using var folder = new ScratchFolder();
        folder.Write("a/gt.json", Truth("a.jpg", 1));
        folder.Write("b/gts/gt.json", Truth("b.jpg", 1));
        folder.Write("b/gts/more.json", Truth("c.jpg", 2));
        folder.Write("c/gt.json", Truth("d.jpg", 3));
        folder.Write(
            "b/results.json",
            """
            [{"image_id": 1, "category_id": 1, "bbox": [1, 1, 2, 2], "score": 0.5},
             {"image_id": 2, "category_id": 1, "bbox": [1, 1, 2, 2], "score": 0.5},
             {"image_id": 3, "category_id": 1, "bbox": [1, 1, 2, 2], "score": 0.5}]
            """
        );

        var data = DatasetReader.Read([folder.Path]);

        // What no near file declares is still that of any.
        Assert.Equal(
            ["b.jpg", "c.jpg", "d.jpg"],
            data.Annotations.Images.ToArray().Select(image => data.Images.FileNames[image])
        );

        static string Truth(string name, int id) =>
            $$"""
                {"images": [{"id": {{id}}, "file_name": "{{name}}", "width": 9, "height": 9}], "annotations": [],
                 "categories": [{"id": 1, "name": "car"}]}
                """;
    }

    [Fact]
    public void Results_have_the_classes_of_the_file_that_declares_their_image()
    {
        using var folder = new ScratchFolder();
        folder.Write("a.json", Truth("a.jpg", 1, "car"));
        folder.Write("b.json", Truth("b.jpg", 2, "heart"));
        folder.Write(
            "results.json",
            """
            [{"image_id": 2, "category_id": 1, "bbox": [1, 1, 2, 2], "score": 0.5},
             {"image_id": 1, "category_id": 1, "bbox": [1, 1, 2, 2], "score": 0.5}]
            """
        );

        var data = DatasetReader.Read([folder.Path]);

        Assert.Equal(["heart", "car"], data.Annotations.Categories.ToArray().Select(data.Categories.NameOf));

        static string Truth(string name, int id, string category) =>
            $$"""
                {"images": [{"id": {{id}}, "file_name": "{{name}}", "width": 9, "height": 9}], "annotations": [],
                 "categories": [{"id": 1, "name": "{{category}}"}]}
                """;
    }
}
