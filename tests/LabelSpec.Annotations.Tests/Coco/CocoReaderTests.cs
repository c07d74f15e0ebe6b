using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Tests.Coco;

public class CocoReaderTests
{
    const string Small = """
        {
          "images": [
            {"id": 7, "file_name": "a.jpg", "width": 640, "height": 480},
            {"id": 9, "file_name": "b.jpg", "width": 320, "height": 200}
          ],
          "annotations": [
            {"id": 1, "image_id": 9, "category_id": 3, "bbox": [10, 20, 30.5, 40], "area": 1220, "iscrowd": 0,
             "segmentation": [[10, 20, 40.5, 20, 40.5, 60], [1,2,3,4,5,6]], "attributes": {"occluded": true, "n": 2}},
            {"id": 2, "image_id": 7, "category_id": 5, "bbox": [1, 2, 3, 4], "iscrowd": 1,
             "segmentation": {"size": [2, 2], "counts": [1, 2, 1]}},
            {"id": 3, "image_id": 7, "category_id": 4, "bbox": [1, 2, 3, 4]}
          ],
          "categories": [{"id": 3, "name": "cat", "supercategory": "animal"}, {"id": 5, "name": "dog"}]
        }
        """;

    [Fact]
    public void A_plain_file_gives_its_images_categories_and_annotations()
    {
        var dataset = Read.Json(Small);

        Assert.Empty(dataset.Problems);
        Assert.Equal(["a.jpg", "b.jpg"], dataset.Images.FileNames.ToArray());
        Assert.Equal(320, dataset.Images.Widths[1]);
        Assert.Equal(["cat", "dog"], dataset.Categories.Names.ToArray());
        Assert.Equal("animal", dataset.Categories.DeclarationOf(0)!.Supercategory);
        Assert.Equal([1, 0, 0], dataset.Annotations.Images.ToArray());
        Assert.Equal([0, 1, -1], dataset.Annotations.Categories.ToArray());
        Assert.Equal(new RecordId(4), dataset.Annotations.DanglingCategoryId(2));
        Assert.Equal([1, 2], dataset.Annotations.OfImage(0).ToArray());
        Assert.Equal(new Box(10, 20, 30.5, 40), dataset.Annotations.Boxes[0]);
        Assert.Equal([ShapeKind.Polygon, ShapeKind.Mask, ShapeKind.Box], dataset.Annotations.Shapes.ToArray());
        Assert.Equal(1220, dataset.Annotations.StoredAreas[0]);
        Assert.True(double.IsNaN(dataset.Annotations.StoredAreas[1]));
        Assert.True(dataset.Annotations.Attributes.TryGet(0, "occluded", out var occluded) && occluded.AsBool);
    }

    [Fact]
    public void Geometry_is_decoded_from_the_source_on_demand()
    {
        var dataset = Read.Json(Small);
        var polygon = new PolygonBuffer();

        Assert.True(dataset.ReadPolygon(0, polygon));
        Assert.Equal(2, polygon.PartCount);
        Assert.Equal([10, 20, 40.5, 20, 40.5, 60], polygon.PartAt(0).ToArray());
        Assert.False(dataset.ReadPolygon(1, polygon));
        Assert.Equal(2, dataset.ReadMask(1).Mask!.Area);
    }

    [Theory]
    [InlineData(FieldKind.BoxPart, 2, "30.5")]
    [InlineData(FieldKind.Box, 0, "[10, 20, 30.5, 40]")]
    [InlineData(FieldKind.Part, 1, "[1,2,3,4,5,6]")]
    [InlineData(FieldKind.Area, 0, "1220")]
    public void A_field_is_located_at_its_exact_text(FieldKind kind, int index, string expected)
    {
        var dataset = Read.Json(Small);

        var span = dataset.Locate(Element.Annotation(0), new Field(kind, Index: index));

        Assert.Equal(expected, Read.Text(dataset, span));
    }
}
