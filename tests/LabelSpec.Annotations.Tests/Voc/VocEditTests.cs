using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;
using static LabelSpec.Annotations.Formats.ElementChange;

namespace LabelSpec.Annotations.Tests.Voc;

public class VocEditTests
{
    static readonly Dataset Objects = VocFixture.Read(VocFixture.Objects);

    static Element Object(int index) => Element.Annotation(index);

    static (string Old, string New)[] Edits(ElementChange change)
    {
        var plan = Objects.Edit([change]);
        Assert.Empty(plan.Refused);
        var bytes = Objects.Files[0].Bytes;
        return
        [
            .. plan.Edits.Select(e => (Encoding.UTF8.GetString(bytes.Slice(e.Start, (int)(e.End - e.Start))), e.Text)),
        ];
    }

    static Dataset Apply(params ElementChange[] changes)
    {
        var plan = Objects.Edit(changes);
        Assert.Empty(plan.Refused);
        var applied = VocFixture.Read(EditedBytes.Of(Objects, plan));
        Assert.Empty(applied.Problems);
        return applied;
    }

    [Fact]
    public void An_object_is_removed_with_its_lines_and_nothing_else()
    {
        var (old, replacement) = Assert.Single(Edits(new Remove(Object(2))));

        Assert.StartsWith("\t<object>\n\t\t<name>car", old);
        Assert.EndsWith("</object>\n", old);
        Assert.Equal("", replacement);
    }

    [Fact]
    public void A_box_is_written_in_the_convention_of_its_folder()
    {
        Assert.Equal([("11", "1"), ("20", "21")], Edits(new SetBox(Object(1), Box.FromEdges(0, 0, 21, 80))));
        Assert.Equal(new Box(3, 4, 10, 12), Apply(new SetBox(Object(2), new(3, 4, 10, 12))).Annotations.Boxes[2]);
        Assert.Equal(new Box(3, 4, 10, 12), Apply(new SetBox(Object(3), new(3, 4, 10, 12))).Annotations.Boxes[3]);
    }

    [Fact]
    public void Category_and_attributes_are_set_where_they_stand()
    {
        Assert.Equal([("car", "a &lt; b")], Edits(new SetCategory(Object(2), "a < b")));
        Assert.Equal([("0", "1")], Edits(new SetAttribute(Object(1), "truncated", AttributeValue.Of(true))));
        Assert.Equal([("dark red", "blue")], Edits(new SetAttribute(Object(2), "color", AttributeValue.Of("blue"))));
        Assert.Equal([("\t\t<pose>Left</pose>\n", "")], Edits(new SetAttribute(Object(1), "pose", null)));
        Assert.Equal([("100", "200"), ("80", "90")], Edits(new SetImageSize(Element.Image(0), 200, 90)));
    }

    [Theory]
    [InlineData(0, "occluded")]
    [InlineData(1, "a new one")]
    [InlineData(2, "size & weight")]
    [InlineData(3, "difficult")]
    public void An_attribute_that_is_added_is_read_again(int row, string name)
    {
        var applied = Apply(new SetAttribute(Object(row), name, AttributeValue.Of(true)));

        Assert.True(applied.Annotations.Attributes.TryGet(row, name, out var value));
        Assert.Equal(AttributeValue.Of(true), value);
    }

    [Fact]
    public void What_the_format_does_not_store_is_refused()
    {
        Assert.Single(Objects.Edit([new SetArea(Object(0), 5)]).Refused);
        Assert.Single(Objects.Edit([new Remove(Element.Image(0))]).Refused);
        Assert.Single(Objects.Edit([new SetAttribute(Object(0), "nothing", null)]).Refused);
    }
}
