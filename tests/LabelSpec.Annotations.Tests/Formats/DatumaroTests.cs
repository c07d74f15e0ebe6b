using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using static LabelSpec.Annotations.Formats.ElementChange;

namespace LabelSpec.Annotations.Tests.Formats;

public class DatumaroTests
{
    static readonly Dataset Sample = FormatFixtures.Read("datumaro");

    [Fact]
    public void A_value_is_located_exactly()
    {
        Assert.Equal("30.0", Places.Of(Sample, 0, Field.BoxPart(2)));
        Assert.Equal("\"red\"", Places.Of(Sample, 0, Field.Attribute("colour")));
        Assert.Equal("0", Places.Of(Sample, 0, Field.Category));
        Assert.Equal("3", Places.Of(Sample, 1, FieldKind.Group));
        Assert.Equal("true", Places.Of(Sample, 1, Field.Crowd));
        Assert.Equal("\"a \\\"red\\\" car\"", Places.Of(Sample, 6, FieldKind.Caption));
        Assert.Equal("30.0", Places.Of(Sample, 7, FieldKind.Angle));
        Assert.Equal("200", Places.OfImage(Sample, 0, FieldKind.Width));
        Assert.Equal("\"a.jpg\"", Places.OfImage(Sample, 0, FieldKind.FileName));
    }

    [Fact]
    public void Attributes_are_set_added_and_taken_away()
    {
        var car = Element.Annotation(0);
        var plan = Sample.Edit([
            new SetAttribute(car, "occluded", AttributeValue.Of(true)),
            new SetAttribute(car, "colour", null),
            new SetAttribute(Element.Annotation(1), "new", AttributeValue.Of(2)),
        ]);
        Assert.Empty(plan.Refused);
        var changed = FormatChange.Apply(Sample, "datumaro", plan);

        Assert.False(changed.Annotations.Attributes.TryGet(0, "colour", out _));
        Assert.True(changed.Annotations.Attributes.TryGet(0, "occluded", out var occluded) && occluded.AsBool);
        Assert.True(changed.Annotations.Attributes.TryGet(1, "new", out var added));
        Assert.Equal(AttributeValue.Of(2.0), added);
    }

    [Fact]
    public void A_polygon_that_is_set_is_read_again()
    {
        var plan = Sample.Edit([
            new SetPolygon(
                Element.Annotation(1),
                [
                    [1, 2, 9.5, 2, 9.5, 8],
                ]
            ),
            new SetImageSize(Element.Image(0), 640, 480),
        ]);
        Assert.Empty(plan.Refused);
        var changed = FormatChange.Apply(Sample, "datumaro", plan);

        Assert.Equal(new Geometry.Box(1, 2, 8.5, 6), changed.Annotations.Boxes[1]);
        Assert.Equal((640, 480), (changed.Images.Widths[0], changed.Images.Heights[0]));
    }

    [Fact]
    public void A_class_that_the_file_does_not_declare_is_refused() =>
        Assert.Contains(
            "'truck'",
            Assert.Single(Sample.Edit([new SetCategory(Element.Annotation(0), "truck")]).Refused).Reason,
            StringComparison.Ordinal
        );
}
