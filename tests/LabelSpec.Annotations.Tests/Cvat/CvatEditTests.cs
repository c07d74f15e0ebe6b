using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;
using static LabelSpec.Annotations.Formats.ElementChange;

namespace LabelSpec.Annotations.Tests.Cvat;

public class CvatEditTests
{
    static readonly Dataset Images = CvatFixture.Read(CvatFixture.Images);
    static readonly Dataset Video = CvatFixture.Read(CvatFixture.Video);

    static Element Shape(int index) => Element.Annotation(index);

    /// <summary>What stood at the edited places, and what stands there now.</summary>
    static (string Old, string New)[] Edits(Dataset dataset, ElementChange change)
    {
        var plan = dataset.Edit([change]);
        Assert.Empty(plan.Refused);
        var bytes = dataset.Files[0].Bytes;
        return
        [
            .. plan.Edits.Select(e => (Encoding.UTF8.GetString(bytes.Slice(e.Start, (int)(e.End - e.Start))), e.Text)),
        ];
    }

    static Dataset Apply(Dataset dataset, params ElementChange[] changes)
    {
        var plan = dataset.Edit(changes);
        Assert.Empty(plan.Refused);
        var applied = CvatFixture.Read(EditedBytes.Of(dataset, plan));
        Assert.Empty(applied.Problems);
        return applied;
    }

    static string Refusal(Dataset dataset, ElementChange change) =>
        Assert.Single(dataset.Edit([change]).Refused).Reason;

    [Fact]
    public void A_shape_is_removed_with_its_lines_and_nothing_else()
    {
        var (old, replacement) = Assert.Single(Edits(Images, new Remove(Shape(1))));

        Assert.Equal(
            "    <box label=\"car &amp; van\" occluded=\"0\" xtl=\"10\" ytl=\"20\" xbr=\"30\" ybr=\"40\" rotation=\"30.5\"/>\n",
            old
        );
        Assert.Equal("", replacement);
        Assert.Equal(9, Apply(Images, new Remove(Shape(1))).Annotations.Count);
    }

    [Fact]
    public void A_box_is_moved_number_by_number_in_the_style_of_the_old_numbers()
    {
        Assert.Equal(
            [("10.50", "0.00"), ("30.25", "33.33")],
            Edits(Images, new SetBox(Shape(0), Box.FromEdges(0, 20, 33.333, 41)))
        );
        Assert.Equal([("30", "30.5")], Edits(Images, new SetBox(Shape(1), new(10, 20, 20.5, 20))));
        var ellipse = Apply(Images, new SetBox(Shape(5), new(10, 20, 30, 40)));
        Assert.Equal(new Box(10, 20, 30, 40), ellipse.Annotations.Boxes[5]);
    }

    [Fact]
    public void A_category_is_changed_to_a_declared_one_only()
    {
        Assert.Equal([("car &amp; van", "road")], Edits(Images, new SetCategory(Shape(0), "road")));
        Assert.Equal([("road", "car &amp; van")], Edits(Images, new SetCategory(Shape(2), "car & van")));
        Assert.Contains("declares no label 'bus'", Refusal(Images, new SetCategory(Shape(0), "bus")));
        Assert.Contains("track", Refusal(Video, new SetCategory(Shape(0), "car")));
        Assert.Equal([("car", "car")], Edits(Video, new SetCategory(Element.Track(0), "car")));
    }

    [Fact]
    public void A_label_can_be_listed_beside_another_one_and_taken_in_the_same_breath()
    {
        var car = Images.Categories.Declarations.Index().First(one => one.Item.Name == "car & van").Index;
        var applied = Apply(
            Images,
            new DeclareCategory(Element.CategoryDeclaration(car), "bus <long>"),
            new SetCategory(Shape(0), "bus <long>")
        );

        Assert.Equal("bus <long>", applied.Categories.Names[applied.Annotations.Categories[0]]);
        Assert.Equal(["car & van", "bus <long>"], applied.Categories.Declarations.Take(2).Select(one => one.Name));
        Assert.Equal(
            applied.Categories.Declarations[0].Attributes.Select(one => one.Name),
            applied.Categories.Declarations[1].Attributes.Select(one => one.Name)
        );
        var body = Images.Categories.Declarations.Index().First(one => one.Item.Name == "body").Index;
        Assert.Contains("skeleton", Refusal(Images, new DeclareCategory(Element.CategoryDeclaration(body), "torso")));
    }

    [Fact]
    public void A_value_is_listed_behind_those_that_a_label_lists()
    {
        var applied = Apply(Images, new DeclareValue(Element.CategoryDeclaration(0), "state", "a < b"));

        Assert.Equal("moving|parked|a < b", string.Join("|", applied.Categories.Declarations[0].Attributes[0].Values));
        Assert.Contains(
            "does not list",
            Refusal(Images, new DeclareValue(Element.CategoryDeclaration(0), "plate", "x"))
        );
    }

    [Fact]
    public void An_attribute_is_set_where_it_stands()
    {
        Assert.Equal(
            [("parked", "a &lt; b")],
            Edits(Images, new SetAttribute(Shape(0), "state", AttributeValue.Of("a < b")))
        );
        Assert.Equal([("1", "0")], Edits(Images, new SetAttribute(Shape(0), "occluded", AttributeValue.Of(false))));
    }

    [Fact]
    public void An_attribute_is_added_on_a_line_of_its_own()
    {
        const string Line = "      <attribute name=\"new\">7</attribute>\n";

        Assert.Equal([("", Line)], Edits(Images, new SetAttribute(Shape(0), "new", AttributeValue.Of(7.0))));
        Assert.Equal([("", Line)], Edits(Images, new SetAttribute(Shape(2), "new", AttributeValue.Of(7.0))));
        Assert.Equal([("", Line.Trim())], Edits(Images, new SetAttribute(Shape(3), "new", AttributeValue.Of(7.0))));
        Assert.Equal(
            [("/>", $">\n{Line}    </box>")],
            Edits(Images, new SetAttribute(Shape(1), "new", AttributeValue.Of(7.0)))
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void An_added_attribute_is_read_again(int shape)
    {
        var applied = Apply(Images, new SetAttribute(Shape(shape), "näme \"&", AttributeValue.Of("välue <&>")));

        Assert.True(applied.Annotations.Attributes.TryGet(shape, "näme \"&", out var value));
        Assert.Equal("välue <&>", value.AsText);
    }

    [Fact]
    public void An_attribute_is_removed_with_its_line()
    {
        Assert.Equal(
            [("      <attribute name=\"state\">parked</attribute>\n", "")],
            Edits(Images, new SetAttribute(Shape(0), "state", null))
        );
    }

    [Fact]
    public void Points_are_rewritten_in_the_style_of_the_old_ones()
    {
        Assert.Equal(
            [("1.00,2.00;3.00,4.00;5.00,1.50", "0.00,2.00;3.12,4.00;5.00,1.50")],
            Edits(
                Images,
                new SetPolygon(
                    Shape(2),
                    [
                        [0, 2, 3.123, 4, 5, 1.5],
                    ]
                )
            )
        );
    }

    [Fact]
    public void The_size_of_an_image_is_set()
    {
        Assert.Equal([("100", "200"), ("80", "90")], Edits(Images, new SetImageSize(Element.Image(0), 200, 90)));
    }

    [Fact]
    public void Several_changes_of_one_file_go_together()
    {
        var applied = Apply(
            Images,
            new SetCategory(Shape(0), "road"),
            new SetAttribute(Shape(0), "state", AttributeValue.Of("moving")),
            new Remove(Shape(2)),
            new SetBox(Shape(1), new(1, 2, 3, 4))
        );

        Assert.Equal(9, applied.Annotations.Count);
        Assert.Equal("road", applied.Categories.Names[applied.Annotations.Categories[0]]);
        Assert.Equal(new Box(1, 2, 3, 4), applied.Annotations.Boxes[1]);
    }

    [Fact]
    public void What_another_change_removes_or_edits_is_refused()
    {
        var plan = Images.Edit([
            new SetCategory(Shape(0), "road"),
            new Remove(Shape(0)),
            new Remove(Element.Image(0)),
            new SetImageSize(Element.Image(1), 1, 2),
            new SetImageSize(Element.Image(1), 3, 4),
        ]);

        Assert.Equal(
            ["another change removes it", "another change edits the same place"],
            plan.Refused.Select(refused => refused.Reason)
        );
        var edited = CvatFixture.Read(EditedBytes.Of(Images, plan));
        Assert.Equal(["b.png"], edited.Images.FileNames.ToArray());
        Assert.Equal((1, 2), (edited.Images.Widths[0], edited.Images.Heights[0]));
    }

    [Fact]
    public void Two_new_attributes_of_a_shape_follow_one_another()
    {
        var applied = Apply(
            Images,
            new SetAttribute(Shape(0), "first", AttributeValue.Of("1")),
            new SetAttribute(Shape(0), "second", AttributeValue.Of("2"))
        );

        Assert.True(applied.Annotations.Attributes.TryGet(0, "first", out _));
        Assert.True(applied.Annotations.Attributes.TryGet(0, "second", out _));
    }

    [Fact]
    public void What_the_format_does_not_store_is_refused()
    {
        Assert.NotEmpty(Refusal(Images, new SetArea(Shape(0), 5)));
        Assert.NotEmpty(Refusal(Images, new SetCrowd(Shape(0), true)));
        Assert.NotEmpty(Refusal(Images, new SetBox(Shape(2), new(1, 2, 3, 4))));
        Assert.NotEmpty(
            Refusal(
                Images,
                new SetPolygon(
                    Shape(2),
                    [
                        [1, 2, 3, 4, 5, 6],
                        [1, 2, 3, 4, 5, 6],
                    ]
                )
            )
        );
        Assert.NotEmpty(Refusal(Images, new SetAttribute(Shape(2), "nothing", null)));
        Assert.NotEmpty(Refusal(Video, new Remove(Element.Image(0))));
    }
}
