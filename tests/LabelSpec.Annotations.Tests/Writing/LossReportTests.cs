using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Writing;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Writing;

public sealed class LossReportTests
{
    [Theory]
    [InlineData("voc", "polygons of several parts, which become several annotations")]
    [InlineData("yolo", "annotations of shape polygon, which become box")]
    [InlineData("cvat", "tracks")]
    [InlineData("labelme", "marks of crowds")]
    [InlineData("datumaro", "polygons of several parts, which become several annotations")]
    [InlineData("voc", "scores")]
    [InlineData("yolo-segment", "annotations of shape box, which are left out")]
    [InlineData("labelme", "values of the attribute \"count\"")]
    [InlineData("yolo", "supercategories")]
    public void What_a_format_cannot_hold_is_named(string id, string expected)
    {
        using var folder = new ScratchFolder();
        var file = folder.Write(
            "a.json",
            """
            {"images":[{"id":1,"file_name":"a.jpg","width":100,"height":100}],
             "categories":[{"id":1,"name":"car","supercategory":"vehicle"}],
             "annotations":[
              {"id":1,"image_id":1,"category_id":1,"bbox":[1,1,9,9],"area":81,"iscrowd":0,"track_id":4,"score":0.5,
               "attributes":{"count":3}},
              {"id":2,"image_id":1,"category_id":1,"bbox":[1,1,59,9],"area":90,"iscrowd":1,
               "segmentation":[[1,1,10,1,10,10],[50,1,60,1,60,10]]}]}
            """
        );

        var losses = LossReport.Of(DatasetReader.Read([file]), FormatWriters.Find(id)!.Capacity);

        var loss = Assert.Single(losses, loss => loss.What == expected);
        Assert.True(loss.Count > 0);
        Assert.StartsWith(file, loss.Example, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coco")]
    [InlineData("cvat")]
    [InlineData("voc")]
    [InlineData("yolo-segment")]
    public void Holes_are_filled_and_never_become_objects(string id)
    {
        using var folder = new ScratchFolder();
        var file = folder.Write(
            "in/a.json",
            """
            {"description": "", "tags": [], "size": {"height": 100, "width": 100}, "objects": [
              {"id": 1, "classTitle": "roof", "geometryType": "polygon", "tags": [],
               "points": {"exterior": [[10, 10], [90, 10], [90, 90], [10, 90]], "interior": [[[30, 30], [40, 30], [40, 40]]]}}]}
            """
        );
        var data = DatasetReader.Read([file]);
        var writer = FormatWriters.Find(id)!;

        Assert.Contains(
            LossReport.Of(data, writer.Capacity),
            loss => loss.What == "holes of polygons, which are filled"
        );
        using var written = new WrittenFolder(data, writer);
        Assert.Equal(1, written.Read().Annotations.Count);
    }

    [Fact]
    public void Data_in_its_own_format_loses_nothing()
    {
        using var folder = new ScratchFolder();
        var file = folder.Write(
            "a.json",
            """
            {"images":[{"id":1,"file_name":"a.jpg","width":100,"height":100}],
             "categories":[{"id":1,"name":"car","supercategory":"vehicle"}],
             "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,1,9,9],"area":81,"iscrowd":0}]}
            """
        );

        Assert.Empty(LossReport.Of(DatasetReader.Read([file]), FormatWriters.Find("coco")!.Capacity));
    }
}
