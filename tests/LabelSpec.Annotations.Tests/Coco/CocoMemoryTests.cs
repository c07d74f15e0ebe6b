using System.Text;
using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Tests.Coco;

public class CocoMemoryTests
{
    const int Annotations = 2000;

    readonly ReadMemory _memory = new() { SmallestFile = 0, StretchSize = 1000 };
    EditorText _text = new(File());

    [Fact]
    public void Only_the_stretch_that_an_edit_touches_is_read_again()
    {
        Read();
        var before = Parts();
        Replace("\"id\": 1000,", "\"id\": 99999,");
        var dataset = Read();

        Assert.True(before.Length > 100);
        Assert.Equal(before.Length - 1, Parts().Intersect(before).Count());
        Assert.Equal(99999, dataset.Annotations.Ids[999].Value);
        Assert.Equal(Annotations, dataset.Annotations.Ids[Annotations - 1].Value);
        Assert.StartsWith(
            "{\"id\": 2000,",
            Texts(dataset, dataset.Annotations.SpanOf(Annotations - 1)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Reading_ends_where_what_is_known_begins()
    {
        Read();
        var before = Parts();
        Replace("{\"id\": 500,", string.Concat(Enumerable.Repeat("{\"id\": 7}, ", 300)) + "{\"id\": 500,");
        var dataset = Read();

        Assert.Equal(Annotations + 300, dataset.Annotations.Count);
        Assert.Equal(before.Length - 1, Parts().Intersect(before).Count());
    }

    [Fact]
    public void A_broken_element_is_told_and_the_rest_is_kept()
    {
        Read();
        var before = Parts();
        Replace("\"id\": 1000,", "\"id\": 10\"00,");
        var broken = Read();
        Replace("\"id\": 10\"00,", "\"id\": 1000,");
        var repaired = Read();

        Assert.Contains(broken.Problems, problem => problem.Code == "LS2101");
        Assert.Equal(Annotations - 1, broken.Annotations.Count);
        Assert.Empty(repaired.Problems);
        Assert.Equal(Annotations, repaired.Annotations.Count);
        Assert.True(Parts().Intersect(before).Count() > before.Length - 10);
    }

    [Fact]
    public void Two_edits_at_once_are_found_by_comparing()
    {
        Read();
        Replace("\"id\": 100,", "\"id\": 100000,");
        Replace("\"id\": 1900,", "\"id\": 190000,");
        var ids = Read().Annotations.Ids;

        Assert.Equal((100_000, 190_000), (ids[99].Value, ids[1899].Value));
    }

    object[] Parts() =>
        [
            .. ((ReadStretches<(CocoSection, CocoStretch Read)>)_memory.Content!).Stretches.Select(stretch =>
                stretch.Content.Read.Part
            ),
        ];

    Dataset Read() =>
        DatasetReader.Read([new ReadInput("a.json", _text) { Memory = _memory }], new ReadOptions { Threads = 1 });

    void Replace(string old, string by)
    {
        var at = _text.Bytes.From(0).IndexOf(Encoding.UTF8.GetBytes(old));
        _text = _text.Replace(at, at + old.Length, Encoding.UTF8.GetBytes(by));
    }

    static string Texts(Dataset dataset, SourceSpan span) => Tests.Read.Text(dataset, span);

    static string File() =>
        "{\"images\": [{\"id\": 1, \"file_name\": \"a.png\", \"width\": 10, \"height\": 10}], \"annotations\": ["
        + string.Join(
            ",\n",
            Enumerable
                .Range(1, Annotations)
                .Select(id => $$"""{"id": {{id}}, "image_id": 1, "category_id": 1, "bbox": [1, 1, 5, 5], "area": 25}""")
        )
        + "], \"categories\": [{\"id\": 1, \"name\": \"car\"}]}";
}
