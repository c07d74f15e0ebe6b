using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.Annotations.Tests.Formats;

public class OpenLabelTypeTests
{
    const string Scene = """
        {"openlabel": {"metadata": {"schema_version": "1.0.0"},
          "frames": {
            "0": {"objects": {"7": {"object_data": {"bbox": [{"name": "a", "val": [1, 2, 3, 4]}, {"name": "b", "val": [9, 9, 3, 4]}]}}}},
            "1": {"objects": {"7": {"object_data": {"bbox": [{"name": "a", "val": [1, 2, 3, 4]}]}}}}
          },
          "objects": {
            "3": {"name": "kerb", "type": "kerb", "object_data": {"bbox": [{"name": "c", "val": [50, 60, 7, 8]}]}},
            "7": {"name": "one", "type": "Car"},
            "9": {"name": "none", "object_data": {"bbox": [{"name": "d", "val": [50, 60, 7, 8]}]}}
          }}}
        """;

    [Fact]
    public void The_class_of_a_shape_is_found_with_its_object()
    {
        var dataset = DatasetReader.Read([new ReadInput("/no/such/folder/a.json", Encoding.UTF8.GetBytes(Scene))]);

        var places = Enumerable
            .Range(0, dataset.Annotations.Count)
            .Select(row => Places.Of(dataset, row, Field.Category))
            .Select(text => text[..Math.Min(6, text.Length)]);

        Assert.Equal(["\"kerb\"", "{\"name", "\"Car\"", "\"Car\"", "\"Car\""], places);
    }

    [Fact]
    public void It_is_not_changed_for_one_shape_alone()
    {
        var dataset = DatasetReader.Read([new ReadInput("/no/such/folder/a.json", Encoding.UTF8.GetBytes(Scene))]);

        var plan = dataset
            .Files[0]
            .Format!.Edit(dataset, [new ElementChange.SetCategory(Element.Annotation(2), "Truck")]);

        Assert.Empty(plan.Edits);
        Assert.Single(plan.Refused);
    }
}
