using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Tests.Coco;

public class CocoEditTests
{
    const string Lines = """
        {
          "images": [{"id": 1, "file_name": "a.jpg", "width": 10, "height": 10}],
          "annotations": [
            {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4.5]},
            {"id": 2, "image_id": 1, "category_id": 1, "bbox": [1.0, 2.0, 3.0, 4.0], "attributes": {"a": 1, "b": "x"}},
            {"id": 3, "image_id": 1, "category_id": 2, "bbox": [1,2,3,4], "segmentation": [[1,2,3,4,5,6]], "area": 12}
          ],
          "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}]
        }
        """;

    const string A1 = """{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4.5]}""";

    static Element At(int index) => Element.Annotation(index);

    [Fact]
    public void Removing_takes_the_comma_and_the_line_along()
    {
        var second = Line(Lines, 4);
        var third = Line(Lines, 5);

        Assert.Equal(Lines.Replace($"    {A1},\n", ""), Apply(Lines, new ElementChange.Remove(At(0))));
        Assert.Equal(Lines.Replace(second + "\n", ""), Apply(Lines, new ElementChange.Remove(At(1))));
        Assert.Equal(Lines.Replace($",\n{third}", ""), Apply(Lines, new ElementChange.Remove(At(2))));
    }

    [Fact]
    public void Neighbours_are_removed_together()
    {
        Assert.Equal(
            Lines.Replace($",\n{Line(Lines, 4)}\n{Line(Lines, 5)}", ""),
            Apply(Lines, new ElementChange.Remove(At(1)), new ElementChange.Remove(At(2)))
        );
        Assert.Empty(
            Read.Json(Apply(Lines, [.. Enumerable.Range(0, 3).Select(i => new ElementChange.Remove(At(i)))]))
                .Annotations.Ids.ToArray()
        );
    }

    [Fact]
    public void Values_are_replaced_in_the_style_of_their_neighbours()
    {
        Assert.Equal(
            Lines.Replace("[1, 2, 3, 4.5]", "[1, 2, 2.5, 4]"),
            Apply(Lines, new ElementChange.SetBox(At(0), new Box(1, 2, 2.5, 4)))
        );
        Assert.Equal(
            Lines.Replace("[1.0, 2.0, 3.0, 4.0]", "[0.0, 2.0, 3.0, 4.0]"),
            Apply(Lines, new ElementChange.SetBox(At(1), new Box(0, 2, 3, 4)))
        );
        Assert.Equal(
            Lines.Replace("[[1,2,3,4,5,6]]", "[[1,2,3,4,5.5,6],[0,0,1,0,1,1]]"),
            Apply(
                Lines,
                new ElementChange.SetPolygon(
                    At(2),
                    [
                        [1, 2, 3, 4, 5.5, 6],
                        [0, 0, 1, 0, 1, 1],
                    ]
                )
            )
        );
        Assert.Equal(
            Lines.Replace("\"area\": 12", "\"area\": 13"),
            Apply(Lines, new ElementChange.SetArea(At(2), 13.000000000000002))
        );
        Assert.Equal(
            Lines.Replace("\"width\": 10, \"height\": 10", "\"width\": 20, \"height\": 30"),
            Apply(Lines, new ElementChange.SetImageSize(Element.Image(0), 20, 30))
        );
    }

    [Fact]
    public void A_category_is_written_by_its_id_and_must_be_declared()
    {
        Assert.Equal(
            Lines.Replace(A1, A1.Replace("\"category_id\": 1", "\"category_id\": 2")),
            Apply(Lines, new ElementChange.SetCategory(At(0), "dog"))
        );
        var refused = Read.Json(Lines).Edit([new ElementChange.SetCategory(At(0), "bird")]).Refused;
        Assert.Equal("the file declares no category 'bird'", Assert.Single(refused).Reason);
    }

    [Fact]
    public void Missing_members_are_added_behind_the_last()
    {
        Assert.Equal(
            Lines.Replace(A1, A1.Replace("4.5]}", "4.5], \"area\": 13.5, \"iscrowd\": 1}")),
            Apply(Lines, new ElementChange.SetArea(At(0), 13.5), new ElementChange.SetCrowd(At(0), true))
        );
        Assert.Equal(
            Lines.Replace(A1, A1.Replace("4.5]}", "4.5], \"attributes\": {\"n\": \"a\\\"b\"}}")),
            Apply(Lines, new ElementChange.SetAttribute(At(0), "n", AttributeValue.Of("a\"b")))
        );
    }

    [Fact]
    public void Attributes_are_set_added_and_removed()
    {
        Assert.Equal(
            Lines.Replace("{\"a\": 1, \"b\": \"x\"}", "{\"a\": 2, \"b\": \"x\"}"),
            Apply(Lines, new ElementChange.SetAttribute(At(1), "a", AttributeValue.Of(2)))
        );
        Assert.Equal(
            Lines.Replace("{\"a\": 1, \"b\": \"x\"}", "{\"a\": 1, \"b\": \"x\", \"c\": true}"),
            Apply(Lines, new ElementChange.SetAttribute(At(1), "c", AttributeValue.Of(true)))
        );
        Assert.Equal(
            Lines.Replace("{\"a\": 1, \"b\": \"x\"}", "{\"b\": \"x\"}"),
            Apply(Lines, new ElementChange.SetAttribute(At(1), "a", null))
        );
        Assert.Equal(
            Lines.Replace("{\"a\": 1, \"b\": \"x\"}", "{\"a\": 1}"),
            Apply(Lines, new ElementChange.SetAttribute(At(1), "b", null))
        );
    }

    [Fact]
    public void Changes_that_meet_are_refused_but_for_the_first()
    {
        var plan = Read.Json(Lines)
            .Edit([
                new ElementChange.SetArea(At(2), 1),
                new ElementChange.SetArea(At(2), 2),
                new ElementChange.Remove(At(0)),
                new ElementChange.SetId(At(0), 7),
            ]);

        Assert.Equal(2, plan.Edits.Length);
        Assert.Equal(
            ["another change edits the same place", "another change removes it"],
            plan.Refused.Select(refused => refused.Reason)
        );
    }

    static string Line(string text, int index) => text.Split('\n')[index];

    static string Apply(string text, params ElementChange[] changes)
    {
        var dataset = Read.Json(text);
        var plan = dataset.Edit(changes);
        Assert.Empty(plan.Refused);
        return Encoding.UTF8.GetString(EditedBytes.Of(dataset, plan));
    }
}
