using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Voc;

/// <summary>Segmentation pictures and lists of images beside the XML files.</summary>
public class VocSegmentationTests
{
    static readonly string Folder = Path.Combine(
        RepositoryFiles.Root,
        "tests",
        "LabelSpec.Annotations.Tests",
        "Voc",
        "fixtures",
        "segmentation"
    );

    static readonly Dataset All = DatasetReader.Read([Folder]);

    [Fact]
    public void Objects_have_the_pixels_of_their_number()
    {
        Assert.Equal(
            ["voc"],
            All.Files.Where(file => file.Format is not null).Select(file => file.Format!.Id).Distinct()
        );
        var areas = Enumerable
            .Range(0, All.Annotations.Count)
            .Select(row => $"{NameOf(row)} {All.Annotations.Shapes[row]} {All.ReadMask(row).Mask?.Area}");
        // The part of the second object comes before it, and has no pixels of its own.
        Assert.Equal(["aeroplane Box 4", "head Box ", "cat Box 2", "dog Box ", "dog Box "], areas);
        Assert.Equal(new Geometry.Box(2, 2, 2, 2), All.ReadMask(0).Mask!.Bounds);
    }

    [Fact]
    public void Contradictions_are_told_at_their_place()
    {
        var problems = All.Problems.Select(problem =>
            $"{Path.GetFileName(All.Files[problem.Span.File].Path)} {All.PositionOf(problem.Span)} {problem.Code} {problem.Message}"
        );
        Assert.Equal(
            [
                "a.xml 1:1 LS2502 2 pixels of SegmentationObject/a.png belong to object 4, and the file has 3.",
                "a.xml 5:3 LS2503 Most pixels of this cat are 'dog' in SegmentationClass/a.png.",
                "a.xml 6:3 LS2502 Object 3 has no pixels in SegmentationObject/a.png.",
                "b.xml 1:1 LS2504 SegmentationObject/b.png is 2 x 2 px, and the image 4 x 4 px.",
                "c.xml 1:1 LS2501 SegmentationObject/c.png cannot be read: it is no PNG picture, or its header is damaged.",
                "dog_train.txt 2:1 LS2507 The list gives b the value -1, and b.xml has a dog, which is 1.",
                "train.txt 3:1 LS2506 There is no annotation file gone.xml; trainers that read this list stop, or leave the image out.",
            ],
            problems
        );
    }

    [Fact]
    public void Lists_say_the_split()
    {
        Assert.Equal(["train", "train", "val"], Enumerable.Range(0, 3).Select(All.Images.SplitOf));
    }

    [Fact]
    public void Of_one_file_of_a_folder_nobody_can_say_that_others_are_missing()
    {
        var one = DatasetReader.Read([Path.Combine(Folder, "Annotations", "a.xml")]);

        Assert.DoesNotContain(one.Problems, problem => problem.Code is "LS2506" or "LS2507");
        Assert.Equal("train", one.Images.SplitOf(0));
    }

    static string NameOf(int row) => All.Categories.Names[All.Annotations.Categories[row]];
}
