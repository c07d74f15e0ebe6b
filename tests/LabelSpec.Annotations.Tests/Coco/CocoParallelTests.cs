using System.Text;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Tests.Coco;

/// <summary>Files big enough to be read in stretches, full of places that look like the start of an element and are not.</summary>
public class CocoParallelTests
{
    [Fact]
    public void Traps_for_the_guess_change_nothing()
    {
        var text = Traps(elements: 25_000, out var expected);

        var one = Read.Bytes(text, threads: 1);
        var four = Read.Bytes(text, threads: 4);

        Assert.Equal(expected, one.Annotations.Ids.ToArray().Select(id => id.Value));
        AssertSame(one, four);
    }

    [Fact]
    public void An_element_longer_than_several_stretches_is_read_once()
    {
        var long1 = string.Join(',', Enumerable.Repeat("""{"id": 7, "image_id": 7}""", 200_000));
        var json =
            $$"""{"images": [], "annotations": [{"id": 1, "image_id": 1}, {"id": 2, "image_id": 1, "x": [{{long1}}]}, {"id": 3, "image_id": 1}], "categories": [{"id": 1, "name": "a"}]}""";

        var dataset = Read.Bytes(Encoding.UTF8.GetBytes(json), threads: 4);

        Assert.Empty(dataset.Problems);
        Assert.Equal([1, 2, 3], dataset.Annotations.Ids.ToArray().Select(id => id.Value));
        Assert.Equal(1, dataset.Categories.Count);
    }

    [Fact]
    public void Problems_come_in_file_order_whatever_the_threads()
    {
        var text = Encoding.UTF8.GetString(Traps(25_000, out _)).Replace("\"id\": 5", "\"id\": oops 5");

        var one = Read.Bytes(Encoding.UTF8.GetBytes(text), threads: 1);
        var four = Read.Bytes(Encoding.UTF8.GetBytes(text), threads: 4);

        Assert.Equal(101, one.Problems.Length + 1);
        AssertSame(one, four);
    }

    static byte[] Traps(int elements, out List<long> ids)
    {
        var random = new Random(7);
        var text = new StringBuilder("{\"annotations\": [");
        ids = [];
        for (var id = 1; id <= elements; id++)
        {
            ids.Add(id);
            var trap = random.Next(4) switch
            {
                0 => "\"note\": \"}, {\", ",
                1 => "\"parts\": [{\"id\": 0, \"image_id\": 0}, {\"id\": 0, \"image_id\": 0}], ",
                2 => "\"note\": \"\\\"}, {\\\"id\\\": 0}\", ",
                _ => "",
            };
            text.Append(
                id == 1 ? ""
                : random.Next(2) == 0 ? ", "
                : ",\n\t "
            );
            text.Append(
                $"{{{trap}\"id\": {id}, \"image_id\": {id % 10}, \"category_id\": {id % 3}, \"bbox\": [1, 2, 3, {id}]}}"
            );
        }
        text.Append(
            "], \"categories\": [{\"id\": 1, \"name\": \"a\"}], \"images\": [{\"id\": 3, \"file_name\": \"i\"}]}"
        );
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static void AssertSame(Dataset a, Dataset b)
    {
        Assert.Equal(a.Annotations.Ids.ToArray(), b.Annotations.Ids.ToArray());
        Assert.Equal(a.Annotations.Boxes.ToArray(), b.Annotations.Boxes.ToArray());
        Assert.Equal(a.Annotations.Images.ToArray(), b.Annotations.Images.ToArray());
        Assert.Equal(a.Annotations.Categories.ToArray(), b.Annotations.Categories.ToArray());
        Assert.Equal(Spans(a), Spans(b));
        Assert.Equal(a.Problems.ToArray(), b.Problems.ToArray());
    }

    static IEnumerable<Annotations.Sources.SourceSpan> Spans(Dataset dataset) =>
        Enumerable.Range(0, dataset.Annotations.Count).Select(dataset.Annotations.SpanOf);
}
