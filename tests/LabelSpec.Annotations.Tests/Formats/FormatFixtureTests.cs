using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>What holds for every format that reads records or rows, shown on its fixtures.</summary>
public class FormatFixtureTests
{
    static readonly FieldKind[] Kinds = Enum.GetValues<FieldKind>();

    public static TheoryData<string> Ids => [.. FormatFixtures.Ids];

    [Fact]
    public void Every_format_has_fixtures_and_a_page()
    {
        // These have folders of tests of their own.
        string[] others = ["coco", "cvat", "voc", "yolo", "labelme"];
        var pages = Path.Combine(RepositoryFiles.Root, "server", "LabelSpec.Annotations", "docs", "formats");

        Assert.Equal(
            AnnotationFormats.All.Select(format => format.Id).Except(others).Order(StringComparer.Ordinal),
            FormatFixtures.Ids
        );
        Assert.All(
            AnnotationFormats.All,
            format => Assert.True(File.Exists(Path.Combine(pages, format.Id + ".md")), $"{format.Id} has no page")
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_files_are_recognised_and_nobody_else_is_as_sure(string id)
    {
        Assert.NotEmpty(FormatFixtures.AnnotationFilesOf(id));
        foreach (var file in FormatFixtures.AnnotationFilesOf(id))
        {
            var (format, confidence, next) = FormatFixtures.Best(file, File.ReadAllBytes(file));
            Assert.True(format!.Id == id, $"{file} is taken for {format.Id}");
            Assert.True(confidence - next >= 0.1, $"{file}: {confidence}, and another is {next}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_read_as_reviewed(string id) =>
        Snapshot.Matches(FormatFixtures.Show(FormatFixtures.Read(id)), id + ".txt");

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_place_lies_in_its_element(string id)
    {
        var dataset = FormatFixtures.Read(id);
        foreach (var element in Elements(dataset))
        {
            var whole = dataset.SpanOf(element);
            foreach (var kind in Kinds)
            {
                // The class of an object stands once in the file, and not with its shapes: OpenLabelTypeTests.
                if ((id, kind) == ("openlabel", FieldKind.Category))
                    continue;
                var found = dataset.Locate(element, new Field(kind, "a"));
                Assert.True(
                    found.File == whole.File && found.Start >= whole.Start && found.End <= whole.End,
                    $"{element} {kind}: {found} lies outside {whole}"
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_removed_annotation_is_gone_and_nothing_else(string id)
    {
        var dataset = FormatFixtures.Read(id);
        for (var row = 0; row < dataset.Annotations.Count; row++)
        {
            var plan = dataset.Edit([new ElementChange.Remove(Element.Annotation(row))]);
            if (!plan.Refused.IsEmpty)
                continue;
            var changed = FormatChange.Apply(dataset, id, plan);
            // Parts of one object go together.
            var span = dataset.SpanOf(Element.Annotation(row));
            var gone = Enumerable
                .Range(0, dataset.Annotations.Count)
                .Select(other => dataset.SpanOf(Element.Annotation(other)))
                .Count(other => other.File == span.File && other.Start >= span.Start && other.End <= span.End);
            Assert.Equal(dataset.Annotations.Count - gone, changed.Annotations.Count);
            // What was wrong with it went with it.
            Assert.True(changed.Problems.Length <= dataset.Problems.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_box_that_is_set_is_read_again(string id)
    {
        var dataset = FormatFixtures.Read(id);
        for (var row = 0; row < dataset.Annotations.Count; row++)
        {
            var box = dataset.Annotations.Boxes[row];
            var moved = new Geometry.Box(box.Left + 8, box.Top + 4, box.Width + 2, box.Height + 1);
            var plan = dataset.Edit([new ElementChange.SetBox(Element.Annotation(row), moved)]);
            if (!plan.Refused.IsEmpty || !box.IsFinite)
                continue;
            var read = FormatChange.Apply(dataset, id, plan).Annotations.Boxes[row];
            Assert.True(
                Math.Abs(read.Left - moved.Left) + Math.Abs(read.Top - moved.Top) < 0.02
                    && Math.Abs(read.Width - moved.Width) + Math.Abs(read.Height - moved.Height) < 0.02,
                $"row {row}: {read} instead of {moved}"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_category_that_is_set_is_read_again(string id)
    {
        var dataset = FormatFixtures.Read(id);
        for (var row = 0; row < dataset.Annotations.Count; row++)
        {
            if (dataset.Annotations.Categories[row] < 0)
                continue;
            var other = dataset.Categories.Names.ToArray().FirstOrDefault(name => name != NameOf(dataset, row));
            if (other is null)
                continue;
            var plan = dataset.Edit([new ElementChange.SetCategory(Element.Annotation(row), other)]);
            if (plan.Refused.IsEmpty)
                Assert.Equal(other, NameOf(FormatChange.Apply(dataset, id, plan), row));
        }
    }

    static string NameOf(Dataset dataset, int row) => dataset.Categories.Names[dataset.Annotations.Categories[row]];

    static IEnumerable<Element> Elements(Dataset dataset) =>
        [
            .. Enumerable.Range(0, dataset.Annotations.Count).Select(Element.Annotation),
            .. Enumerable.Range(0, dataset.Images.Count).Select(Element.Image),
            .. Enumerable.Range(0, dataset.Categories.Declarations.Length).Select(Element.CategoryDeclaration),
        ];
}
