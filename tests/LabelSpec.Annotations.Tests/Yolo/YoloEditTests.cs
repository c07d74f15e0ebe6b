using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;
using static LabelSpec.Annotations.Formats.ElementChange;

namespace LabelSpec.Annotations.Tests.Yolo;

public sealed class YoloEditTests : IDisposable
{
    readonly YoloFolderFixture folder = new();

    public void Dispose() => folder.Dispose();

    static Element Row(int index) => Element.Annotation(index);

    Dataset Rows(string rows) =>
        folder
            .Write("data.yaml", "names: [cat, dog]\ntrain: images\n")
            .Write("labels/a.txt", rows)
            .Picture("images/a.png", 100, 50)
            .Read();

    static string Edited(Dataset dataset, ElementChange change)
    {
        var plan = dataset.Edit([change]);
        Assert.Empty(plan.Refused);
        return Encoding.UTF8.GetString(EditedBytes.Of(dataset, plan, dataset.SpanOf(change.Element).File));
    }

    [Theory]
    [InlineData("0 0.1 0.1 0.1 0.1\n1 0.2 0.2 0.2 0.2\n", 0, "1 0.2 0.2 0.2 0.2\n")]
    [InlineData("0 0.1 0.1 0.1 0.1\n1 0.2 0.2 0.2 0.2\n", 1, "0 0.1 0.1 0.1 0.1\n")]
    [InlineData("0 0.1 0.1 0.1 0.1\r\n1 0.2 0.2 0.2 0.2", 1, "0 0.1 0.1 0.1 0.1\r\n")]
    [InlineData("\uFEFF0 0.1 0.1 0.1 0.1 \n1 0.2 0.2 0.2 0.2", 0, "\uFEFF1 0.2 0.2 0.2 0.2")]
    public void A_row_is_removed_with_its_line_end(string rows, int row, string expected)
    {
        Assert.Equal(expected, Edited(Rows(rows), new Remove(Row(row))));
    }

    [Fact]
    public void A_category_becomes_the_number_that_the_definition_gives_it()
    {
        var dataset = Rows("0 0.1 0.1 0.1 0.1\n");

        Assert.Equal("1 0.1 0.1 0.1 0.1\n", Edited(dataset, new SetCategory(Row(0), "dog")));
        Assert.Contains("'bird'", Assert.Single(dataset.Edit([new SetCategory(Row(0), "bird")]).Refused).Reason);
    }

    [Fact]
    public void A_box_is_written_as_shares_in_the_style_of_the_old_ones()
    {
        Assert.Equal(
            "0 0.150000 0.400000 0.300000 0.800000\n",
            Edited(Rows("0 0.100000 0.400000 0.400000 0.800000\n"), new SetBox(Row(0), new(0, 0, 30, 40)))
        );
    }

    [Fact]
    public void A_polygon_is_written_as_shares()
    {
        Assert.Equal(
            "0 0.000 0.000 1.000 0.000 1.000 1.000 0.500 1.000\n",
            Edited(
                Rows("0 0.100 0.200 0.300 0.200 0.300 0.600\n"),
                new SetPolygon(
                    Row(0),
                    [
                        [0, 0, 100, 0, 100, 50, 50, 50],
                    ]
                )
            )
        );
    }

    [Fact]
    public void A_turned_box_gets_new_corners_that_are_read_again()
    {
        var dataset = Rows("0 0.200000 0.200000 0.600000 0.200000 0.600000 0.600000 0.200000 0.600000\n");
        var edited = Edited(dataset, new SetBox(Row(0), new(10, 5, 60, 30)));

        folder.Write("labels/a.txt", edited);
        Assert.Equal(new Box(10, 5, 60, 30), folder.Read().Annotations.Boxes[0]);
    }

    [Fact]
    public void What_the_format_does_not_store_is_refused()
    {
        var dataset = Rows("0 0.1 0.1 0.1 0.1\n");

        Assert.Single(dataset.Edit([new SetAttribute(Row(0), "a", AttributeValue.Of("b"))]).Refused);
        Assert.Single(
            dataset
                .Edit([
                    new SetPolygon(
                        Row(0),
                        [
                            [1, 2, 3, 4, 5, 6],
                        ]
                    ),
                ])
                .Refused
        );
        Assert.Single(dataset.Edit([new Remove(Element.Image(0))]).Refused);
    }
}
