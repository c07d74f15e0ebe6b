using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Tests.Writing;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Formats;

public class ClassFolderTests
{
    [Fact]
    public void Splits_and_classes_are_compared()
    {
        using var folder = new ScratchFolder();
        Add(folder, "train/cat/1.bmp", 1);
        Add(folder, "train/dog/1.bmp", 2);
        Add(folder, "train/dog/2.bmp", 1);
        Add(folder, "val/bird/3.bmp", 3);
        Add(folder, "val/cat/4.bmp", 4);
        Directory.CreateDirectory(Path.Combine(folder.Path, "val", "fish"));

        AssertFound(folder.Path, folder.Path);
        using var packed = new ScratchFolder();
        var archive = Path.Combine(packed.Path, "a.zip");
        System.IO.Compression.ZipFile.CreateFromDirectory(folder.Path, archive);
        AssertFound(archive, archive);
    }

    static void AssertFound(string path, string root)
    {
        var data = DatasetReader.Read([path]);

        Assert.All(data.Files, file => Assert.StartsWith(root, file.FullPath));
        Assert.Equal(
            [
                "LS2521 3.bmp The class 'bird' is in val and not in train: trainers number classes by the folders of a split, and get other numbers.",
                "LS2521 1.bmp The class 'dog' is in train and not in val: trainers number classes by the folders of a split, and get other numbers.",
                "LS2522 3.bmp The folder val/fish holds no picture; trainers count it as a class.",
                "LS2523 2.bmp This picture is 'dog' here and 'cat' as cat/1.bmp, byte by byte the same.",
            ],
            data.Problems.Select(problem =>
                $"{problem.Code} {Path.GetFileName(data.Files[problem.Span.File].Path)} {problem.Message}"
            )
        );
        Assert.Equal("train/cat/1.bmp", data.Images.FileNames[0]);
    }

    [Fact]
    public void Pictures_of_equal_length_are_not_taken_for_the_same()
    {
        using var folder = new ScratchFolder();
        Add(folder, "cat/1.bmp", 1);
        Add(folder, "dog/1.bmp", 2);

        Assert.Empty(DatasetReader.Read([folder.Path]).Problems);
    }

    static void Add(ScratchFolder folder, string path, int width)
    {
        var full = Path.Combine(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, WrittenFolder.Picture(width, 8));
    }
}
