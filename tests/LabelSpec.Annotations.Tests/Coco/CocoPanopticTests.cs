using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Coco;

/// <summary>Panoptic segments have the pixels of the PNG pictures beside the file.</summary>
public class CocoPanopticTests
{
    static readonly string Folder = Path.Combine(
        RepositoryFiles.Root,
        "tests",
        "LabelSpec.Annotations.Tests",
        "Coco",
        "fixtures",
        "panoptic"
    );

    static readonly Dataset Fixture = DatasetReader.Read([Path.Combine(Folder, "panoptic_val.json")]);

    [Fact]
    public void Segments_have_the_pixels_of_their_colour()
    {
        var masks = Enumerable
            .Range(0, Fixture.Annotations.Count)
            .Select(row =>
                Fixture.ReadMask(row).Mask is { } mask ? $"{mask.Area} {mask.Bounds.Left} {mask.Bounds.Top}" : "-"
            );

        // Grey levels and the colours of a palette are ids too; the pictures 4 and 5 are damaged and missing.
        Assert.Equal(["12 0 0", "8 4 0", "4 6 2", "0 0 0", "2 0 0", "4 2 0", "2 0 0", "-", "-", "2 0 0"], masks);
        Assert.Empty(Fixture.Problems);
    }

    [Fact]
    public void A_segment_is_found_and_edited_in_its_own_bytes()
    {
        Assert.Equal("258", Read.Text(Fixture, Fixture.Locate(Element.Annotation(1), new Field(FieldKind.Id))));
        Assert.Equal("9", Read.Text(Fixture, Fixture.Locate(Element.Annotation(1), Field.Area)));

        var plan = Fixture.Edit([
            new ElementChange.SetArea(Element.Annotation(1), 8),
            new ElementChange.Remove(Element.Annotation(3)),
        ]);

        Assert.Empty(plan.Refused);
        var bytes = EditedBytes.Of(Fixture, plan);
        var changed = Read.Bytes(bytes, Path.Combine(Folder, "panoptic_val.json"));
        Assert.Empty(changed.Problems);
        Assert.Equal(Fixture.Annotations.Count - 1, changed.Annotations.Count);
        Assert.Equal(8, changed.Annotations.StoredAreas[1]);
        // The pictures are found from a buffer, too.
        Assert.Equal(8, changed.ReadMask(1).Mask!.Area);
    }

    [Fact]
    public void A_segment_has_attributes_of_its_own_and_its_image_stands_around_it()
    {
        var dataset = Read.Json(
            """
            {"images": [{"id": "7", "file_name": "a.jpg", "width": 5, "height": 5}], "categories": [{"id": 1, "name": "car"}],
             "annotations": [{"attributes": {"night": true}, "file_name": "a.png", "segments_info": [
               {"id": 1, "category_id": 1, "attributes": {"wet": true}}, {"id": 2, "category_id": 1}], "image_id": "7"}]}
            """
        );

        Assert.Equal("\"7\"", Read.Text(dataset, dataset.Locate(Element.Annotation(1), Field.Image)));
        Assert.True(dataset.Annotations.Attributes.TryGet(0, "wet", out var wet) && wet.AsBool);
        Assert.False(dataset.Annotations.Attributes.TryGet(1, "wet", out _));
        Assert.False(dataset.Annotations.Attributes.TryGet(0, "night", out _));
    }

    [Fact]
    public void A_picture_of_that_name_which_is_the_image_itself_is_not_taken()
    {
        using var folder = new ScratchFolder();
        File.Copy(Path.Combine(Folder, "panoptic_val", "1.png"), Path.Combine(folder.Path, "1.png"));
        var file = folder.Write(
            "a.json",
            """
            {"images":[{"id":1,"file_name":"1.png","width":8,"height":5}],"categories":[{"id":1,"name":"car"}],
             "annotations":[{"image_id":1,"file_name":"1.png","segments_info":[{"id":1,"category_id":1,"area":12,"bbox":[0,0,4,3]}]}]}
            """
        );

        Assert.True(DatasetReader.Read([file]).ReadLabelPicture(0)!.IsMissing);
    }

    /// <summary>The same segments as run lengths, written by the authors of the format.</summary>
    [RealDataFact]
    public void Real_segments_are_the_run_lengths_of_the_same_data()
    {
        var folder = RealData.PathOf("coco/panopticapi/sample_data");
        var segments = DatasetReader.Read([Path.Combine(folder, "panoptic_examples.json")]);
        var lengths = DatasetReader.Read([Path.Combine(folder, "panoptic_coco_detection_format.json")]);

        Assert.Equal(50, segments.Annotations.Count);
        Assert.Equal(TextsOf(lengths), TextsOf(segments));
    }

    /// <summary>Pillow and numpy counted the same pixels and bounds, and no id that is not listed.</summary>
    [RealDataFact]
    public void Real_areas_and_boxes_are_those_of_the_pixels()
    {
        var data = DatasetReader.Read([
            RealData.PathOf("coco/labelbox-coco/libs/labelbox/tests/data/assets/coco/panoptic.json"),
        ]);

        Assert.Equal(369, data.Annotations.Count);
        for (var row = 0; row < data.Annotations.Count; row++)
        {
            Assert.Equal(data.Annotations.StoredAreas[row], data.ReadMask(row).Mask!.Area);
            Assert.Equal(data.Annotations.Boxes[row], data.ReadMask(row).Mask!.Bounds);
        }
    }

    static IEnumerable<string> TextsOf(Dataset data) =>
        Enumerable
            .Range(0, data.Annotations.Count)
            .Select(row => $"{data.Images.FileNames[data.Annotations.Images[row]]} {data.ReadMask(row).Mask!.ToText()}")
            .Order(StringComparer.Ordinal);
}
