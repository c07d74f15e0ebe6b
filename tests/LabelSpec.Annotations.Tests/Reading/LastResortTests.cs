using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Reading;

/// <summary>Files that mostly lie beside annotations count only where there is nothing else.</summary>
public sealed class LastResortTests : IDisposable
{
    const string Table = "filename,class,xmin,ymin,xmax,ymax\na.jpg,car,1,2,3,4\n";
    const string Kitti = "Car 0 0 0 1 2 3 4 -1 -1 -1 -1000 -1000 -1000 -10\n";

    readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    static string[] FormatsOf(params string[] paths) =>
        [.. DatasetReader.Read(paths).Files.Select(file => file.Format!.Id)];

    [Fact]
    public void A_table_alone_is_read() => Assert.Equal(["csv"], FormatsOf(FolderWith("a.csv", Table)));

    [Fact]
    public void A_table_beside_annotations_is_not_read_twice()
    {
        scratch.Write("label_2/1.txt", Kitti);

        Assert.Equal(["kitti"], FormatsOf(FolderWith("a.csv", Table)));
    }

    [Fact]
    public void A_table_that_is_named_is_read_wherever_it_lies()
    {
        scratch.Write("label_2/1.txt", Kitti);
        FolderWith("a.csv", Table);

        Assert.Equal(["csv", "kitti"], FormatsOf(scratch.PathOf("a.csv"), scratch.Path));
    }

    [Fact]
    public void Pictures_beside_annotations_are_no_classes()
    {
        foreach (var name in new[] { "cat/1.jpg", "dog/2.jpg" })
            WritePicture(name);
        Assert.Equal(["classfolder", "classfolder"], FormatsOf(scratch.Path));

        scratch.Write("label_2/1.txt", Kitti);
        Assert.Equal(["kitti"], FormatsOf(scratch.Path));
    }

    [Fact]
    public void Folders_of_splits_are_no_classes()
    {
        foreach (var name in new[] { "train/1.jpg", "val/2.jpg" })
            WritePicture(name);

        Assert.Equal("LS2010", Assert.Single(DatasetReader.Read([scratch.Path]).Problems).Code);
    }

    string FolderWith(string name, string text)
    {
        scratch.Write(name, text);
        return scratch.Path;
    }

    void WritePicture(string name)
    {
        scratch.Write(name, "");
        File.WriteAllBytes(scratch.PathOf(name), [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xD9]);
    }
}
