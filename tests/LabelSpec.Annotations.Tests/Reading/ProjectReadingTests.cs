using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Reading;

/// <summary>What a project says about the files that are read.</summary>
public sealed class ProjectReadingTests : IDisposable
{
    const string Coco = """
        {"images": [{"id": 1, "file_name": "train/a.jpg"}, {"id": 2, "file_name": "b.jpg"}],
         "annotations": [{"id": 1, "image_id": 1, "iscrowd": 0}]}
        """;

    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("file name", "maria")]
    [InlineData("folder name", "second")]
    [InlineData("Jo", "Jo")]
    public void The_annotator_is_the_file_the_folder_or_a_name(string setting, string annotator)
    {
        folder.Write("second/maria.json", Coco);

        var annotations = Read($"datasets: {{ path: '**/*.json', annotator: {setting} }}").Annotations;

        Assert.Equal(annotator, annotations.AnnotatorNames[annotations.Annotators[0]]);
    }

    [Fact]
    public void Each_file_is_read_as_its_own_data_set_says()
    {
        folder.Write("first/anna.json", Coco);
        folder.Write("second/maria.json", Coco);
        folder.Write("third/nobody.json", Coco);

        var dataset = Read(
            """
            datasets:
              - { path: first, annotator: file name, images: pictures }
              - { path: second, annotator: folder name }
            """
        );

        Assert.Equal(["anna", "second", null], Annotators(dataset));
        Assert.Equal([Path.Combine(folder.Path, "pictures"), null, null], dataset.Files.Select(file => file.ImageRoot));
    }

    [Fact]
    public void The_split_is_that_of_the_file_that_names_the_image()
    {
        folder.Write("data/train/x.json", Coco);
        folder.Write("data/val/y.json", Coco);
        folder.Write("data/z.json", Coco);

        var dataset = Read("splits: { train: data/train/**, val: 'data/val/*.json' }");

        Assert.Equal(["train", "train", "val", "val", "train", null], Splits(dataset));
    }

    [Fact]
    public void The_split_of_an_image_is_that_of_its_picture_when_the_file_holds_several()
    {
        folder.Write("all.json", Coco);

        Assert.Equal(
            ["training", null],
            Splits(Read("datasets: { path: all.json, images: pics }\nsplits: { training: 'pics/train/*' }"))
        );
    }

    [Fact]
    public void A_declared_format_holds_for_the_files_of_its_entry_only()
    {
        folder.Write("a/x.json", """{"x": 1, "annotations": {"id": 1}}""");
        folder.Write("b/x.json", """{"x": 1, "annotations": {"id": 1}}""");
        var (project, _) = Project("datasets: { path: 'a/*.json', format: coco }");

        var dataset = DatasetReader.Read(
            [Path.Combine(folder.Path, "a/x.json"), Path.Combine(folder.Path, "b/x.json")],
            new ReadOptions { Project = project }
        );

        Assert.Equal(["coco", null], dataset.Files.Select(file => file.Format?.Id));
    }

    [Fact]
    public void A_format_that_is_not_read_is_answered_with_the_nearest()
    {
        var problem = Assert.Single(Project("datasets: { path: a, format: cocoo }").Problems);

        Assert.Equal((ProjectProblemCodes.UnknownValue, "coco"), (problem.Code, problem.Replacement));
    }

    [Fact]
    public void Files_of_the_current_folder_are_called_without_a_dot() =>
        Assert.DoesNotContain(ReadInput.Below("."), input => input.Path.StartsWith('.'));

    static IEnumerable<string?> Annotators(Dataset dataset)
    {
        for (var row = 0; row < dataset.Annotations.Count; row++)
            yield return dataset.Annotations.Annotators[row] is >= 0 and var name
                ? dataset.Annotations.AnnotatorNames[name]
                : null;
    }

    static IEnumerable<string?> Splits(Dataset dataset)
    {
        for (var row = 0; row < dataset.Images.Count; row++)
            yield return dataset.Images.Splits[row] is >= 0 and var name ? dataset.Images.SplitNames[name] : null;
    }

    (ProjectFile Project, IReadOnlyList<ProjectProblem> Problems) Project(string yaml) =>
        ProjectFile.Load(yaml, Path.Combine(folder.Path, ProjectFile.FileName));

    Dataset Read(string yaml) => DatasetReader.Read([folder.Path], new ReadOptions { Project = Project(yaml).Project });
}
