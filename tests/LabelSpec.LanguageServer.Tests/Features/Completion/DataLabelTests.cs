using System.Text;
using LabelSpec.Annotations.Reading;
using LabelSpec.LanguageServer.Features.Completion;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Tests.Features.Completion;

/// <summary>What the data calls things is offered where the guideline names them, with how often it does.</summary>
public sealed class DataLabelTests
{
    const string Model = "class car { shape box alias \"auto\" }\nclass bus \"the bus\"\n";

    const string Data = """
        {
          "images": [{ "id": 1, "file_name": "a.png", "width": 9, "height": 9 }],
          "categories": [
            { "id": 1, "name": "car" }, { "id": 2, "name": "auto" }, { "id": 3, "name": "the bus" },
            { "id": 4, "name": "van" }, { "id": 5, "name": "traffic \"light\"" }, { "id": 6, "name": "never seen" }
          ],
          "annotations": [
            { "id": 1, "image_id": 1, "category_id": 4, "bbox": [0, 0, 2, 2], "area": 4, "iscrowd": 0, "attributes": { "state": "parked", "bad name": "x" } },
            { "id": 2, "image_id": 1, "category_id": 4, "bbox": [0, 0, 2, 2], "area": 4, "iscrowd": 0, "attributes": { "state": "very slow" } },
            { "id": 3, "image_id": 1, "category_id": 5, "bbox": [0, 0, 2, 2], "area": 4, "iscrowd": 0 },
            { "id": 4, "image_id": 1, "category_id": 2, "bbox": [0, 0, 2, 2], "area": 4, "iscrowd": 0 },
            { "id": 5, "image_id": 1, "category_id": 4, "bbox": [0, 0, 2, 2], "area": 4, "iscrowd": 0, "attributes": { "state": "parked" } }
          ]
        }
        """;

    static readonly IReadOnlyList<DataWords> Words = [new DataWords(Read())];

    /// <summary>What is written in place of the cursor, and what is said about it.</summary>
    [Theory]
    [InlineData("class $0", "van", "van", "3 annotations in the data")]
    [InlineData(
        "class $0",
        "traffic \"light\"",
        "traffic__light \"traffic \\\"light\\\"\"",
        "1 annotation in the data"
    )]
    [InlineData("class $0", "never seen", "never_seen \"never seen\"", "0 annotations in the data")]
    [InlineData("class $0", "auto", null, null)]
    [InlineData("class $0", "the bus", null, null)]
    [InlineData("class lorry \"$0\"", "van", "van", "3 annotations in the data")]
    [InlineData("class lorry \"$0\"", "traffic \"light\"", "traffic \\\"light\\\"", "1 annotation in the data")]
    [InlineData("class lorry { alias \"x\", \"$0\" }", "van", "van", "3 annotations in the data")]
    [InlineData("class lorry { replaces \"$0\" }", "van", "van", "3 annotations in the data")]
    [InlineData("class lorry { include \"$0\" }", "van", null, null)]
    [InlineData("class lorry { replaces \"x\" since \"$0\" }", "van", null, null)]
    [InlineData("class van { attribute $0 }", "state", "state", "3 annotations in the data")]
    [InlineData("class van { attribute $0 }", "bad name", "bad_name \"bad name\"", "1 annotation in the data")]
    [InlineData("class car2 { attribute $0 }", "state", null, null)]
    [InlineData("class van { attribute s \"$0\" }", "state", "state", "3 annotations in the data")]
    [InlineData("class van { attribute s { alias \"$0\" } }", "bad name", "bad name", "1 annotation in the data")]
    [InlineData(
        "class van { attribute state: $0 }",
        "parked | \"very slow\"",
        "parked | \"very slow\"",
        "3 annotations in the data"
    )]
    [InlineData("class van { attribute state: $0 }", "very slow", "\"very slow\"", "1 annotation in the data")]
    [InlineData("class van { attribute state: parked | $0 }", "very slow", "\"very slow\"", "1 annotation in the data")]
    [InlineData("class van { attribute state: parked | $0 }", "parked", null, null)]
    [InlineData("rule r { for a: $0 }", "car", "car", "class car · 1 annotation")]
    [InlineData("class x extends $0", "bus", "bus", "class bus \"the bus\" · 0 annotations")]
    public void Labels_of_the_data_are_offered(string text, string label, string? written, string? detail)
    {
        var fixture = Fixture.Parse(Model + text);

        var found = GuidelineCompletion
            .At(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset, () => Words)
            .FirstOrDefault(proposal => proposal.Label == label);

        Assert.Equal((written, detail), (found?.Text, found?.Detail));
    }

    static LabelSpec.Annotations.Model.Dataset Read() =>
        DatasetReader.Read([new ReadInput("/project/data.json", Encoding.UTF8.GetBytes(Data))], ReadOptions.Default);
}
