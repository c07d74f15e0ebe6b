using System.Text.Json.Nodes;

namespace LabelSpec.Cli.Tests;

/// <summary>Every command that scores, on inputs that give no score: a clear finding each, and no number without its reason.</summary>
public sealed class BadScoreInputTests
{
    static readonly Dictionary<string, string> Files = new()
    {
        ["gt.json"] = """
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100},
                        {"id": 2, "file_name": "b.jpg", "width": 100, "height": 100}],
             "categories": [{"id": 1, "name": "owl"}, {"id": 2, "name": "cat"}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 50, 50], "area": 2500, "iscrowd": 0}]}
            """,
        ["elsewhere.json"] = """
            {"images": [{"id": 7, "file_name": "z.jpg", "width": 100, "height": 100}],
             "categories": [{"id": 1, "name": "dog"}],
             "annotations": [{"id": 1, "image_id": 7, "category_id": 1, "bbox": [10, 10, 50, 50], "area": 2500, "iscrowd": 0}]}
            """,
        ["other_guideline.json"] = """
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100}],
             "categories": [{"id": 1, "name": "dog"}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 50, 50], "area": 2500, "iscrowd": 0}]}
            """,
        ["blank.json"] = """
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100}],
             "categories": [{"id": 1, "name": "owl"}], "annotations": []}
            """,
        ["nothing.json"] = """{"images": [], "categories": [], "annotations": []}""",
        ["none.json"] = "[\n]\n",
        ["unknown_image.json"] = """[{"image_id": 9, "category_id": 1, "bbox": [1, 1, 5, 5], "score": 0.5}]""",
        ["unknown_class.json"] = """[{"image_id": 1, "category_id": 9, "bbox": [1, 1, 5, 5], "score": 0.5}]""",
        ["no_score.json"] = """[{"image_id": 1, "category_id": 1, "bbox": [1, 1, 5, 5]}]""",
        ["text_score.json"] = """[{"image_id": 1, "category_id": 1, "bbox": [1, 1, 5, 5], "score": "high"}]""",
        ["good.json"] = """[{"image_id": 1, "category_id": 1, "bbox": [10, 10, 50, 50], "score": 0.5}]""",
        ["rules/dogs.labelspec"] = "class dog { shape box }\nrule small { for d: dog require d.width < 50px }\n",
        ["nan_box.json"] = """[{"image_id": 1, "category_id": 1, "bbox": [NaN, 1, 5, 5], "score": 0.5}]""",
    };

    [Theory]
    // Predictions for unknown images or classes, missing scores, boxes that are none.
    [InlineData("evaluate gt.json unknown_image.json", "LS6101", 1)]
    [InlineData("evaluate gt.json unknown_class.json", "LS6102", 1)]
    [InlineData("evaluate gt.json no_score.json", "LS6103", 1)]
    [InlineData("evaluate gt.json text_score.json", "LS6103", 1)]
    [InlineData("evaluate gt.json nan_box.json", "LS6104", 0)]
    [InlineData("evaluate --type segm gt.json unknown_image.json", "LS6101", 1)]
    [InlineData("evaluate --type keypoints gt.json no_score.json", "LS6103", 1)]
    [InlineData("evaluate --type panoptic gt.json unknown_class.json", "LS6102", 1)]
    [InlineData("suspects gt.json unknown_image.json", "LS6101", 1)]
    [InlineData("suspects gt.json unknown_class.json", "LS6102", 1)]
    [InlineData("suspects gt.json no_score.json", "LS6103", 1)]
    // Different sets of images.
    [InlineData("evaluate gt.json elsewhere.json", "LS6101", 1)]
    [InlineData("suspects gt.json elsewhere.json", "LS6101", 1)]
    [InlineData("evaluate gt.json blank.json", "LS6003", 0)]
    [InlineData("evaluate --type panoptic gt.json blank.json", "LS6003", 0)]
    [InlineData("evaluate blank.json gt.json", "LS6002", 1)]
    [InlineData("suspects gt.json blank.json", "LS6003", 0)]
    [InlineData("evaluate --against blank.json gt.json good.json", "LS6003", 0)]
    [InlineData("compare gt.json elsewhere.json", "LS6001", 3)]
    [InlineData("compare gt.json blank.json", "LS6003", 0)]
    [InlineData("compare blank.json gt.json", "LS6002", 0)]
    [InlineData("agree gt.json elsewhere.json", "LS6202", 1)]
    [InlineData("agree gt.json blank.json", "LS6203", 0)]
    [InlineData("consensus gt.json elsewhere.json -o out.json", "LS6202", 1)]
    // The same of the model that another is compared with.
    [InlineData("evaluate --against unknown_image.json gt.json good.json", "LS6101", 1)]
    [InlineData("evaluate --against unknown_class.json gt.json good.json", "LS6102", 1)]
    [InlineData("evaluate --against no_score.json gt.json good.json", "LS6103", 1)]
    [InlineData("evaluate --against none.json gt.json good.json", "LS6110", 0)]
    // Other guidelines.
    [InlineData("evaluate --spec rules/dogs.labelspec gt.json good.json", "LS6010", 0)]
    [InlineData("suspects --spec rules/dogs.labelspec gt.json good.json", "LS6010", 0)]
    [InlineData("compare gt.json other_guideline.json", "LS6004", 0)]
    [InlineData("agree gt.json other_guideline.json", "LS6204", 0)]
    [InlineData("consensus gt.json other_guideline.json -o out.json", "LS6204", 0)]
    // One annotator only.
    [InlineData("agree gt.json", "LS6201", 1)]
    [InlineData("consensus gt.json -o out.json", "LS6201", 1)]
    [InlineData("consensus --method dawid-skene gt.json -o out.json", "LS6201", 1)]
    [InlineData("consensus --method mace gt.json -o out.json", "LS6201", 1)]
    [InlineData("consensus --method weighted gt.json -o out.json", "LS6201", 1)]
    [InlineData("consensus --method cvat gt.json -o out.json", "LS6201", 1)]
    // Nothing there.
    [InlineData("evaluate gt.json none.json", "LS6110", 0)]
    [InlineData("evaluate --type segm gt.json none.json", "LS6110", 0)]
    [InlineData("evaluate --tide --curves --against none.json gt.json none.json", "LS6110", 0)]
    [InlineData("evaluate nothing.json none.json", "LS6110", 0)]
    [InlineData("evaluate blank.json no_score.json", "LS6110", 1)]
    [InlineData("suspects gt.json none.json", "LS6110", 0)]
    [InlineData("suspects nothing.json none.json", "LS6110", 0)]
    [InlineData("compare blank.json blank.json", "LS6007", 0)]
    [InlineData("compare --profile cvat-classic blank.json blank.json", "LS6007", 0)]
    [InlineData("compare --profile cvat-2.74 blank.json blank.json", "LS6007", 0)]
    [InlineData("compare nothing.json nothing.json", "LS6001", 3)]
    [InlineData("agree blank.json blank.json", "LS6110", 0)]
    [InlineData("agree nothing.json nothing.json", "LS6110", 1)]
    [InlineData("consensus blank.json blank.json -o out.json", "LS6110", 0)]
    [InlineData("consensus --method dawid-skene blank.json blank.json -o out.json", "LS6110", 0)]
    [InlineData("consensus --method mace nothing.json nothing.json -o out.json", "LS6110", 1)]
    public void Is_told_by_a_finding_with_a_place(string line, string rule, int exit)
    {
        using var scratch = new Scratch();
        foreach (var (name, text) in Files)
            scratch.Write(name, text);
        var words = line.Split(' ');

        var outcome = scratch.Run(words).Exits(exit);
        Assert.Contains(rule, outcome.Output);
        Assert.DoesNotContain("NaN", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);

        var report = JsonNode.Parse(scratch.Run([.. words, "-f", "json"]).Exits(exit).Output)!.AsObject();
        var finding = report["findings"]!.AsArray().First(finding => (string?)finding!["rule"] == rule)!;
        Assert.NotEmpty((string)finding["message"]!);
        Assert.NotEmpty((string)finding["file"]!);
        report.Remove("findings");
        // CVAT's own report has CVAT's own nulls.
        report.Remove("cvat");
        report.Remove("spec");
        Assert.Empty(Silent("", report));
    }

    // What is null without anything beside it that says why.
    static IEnumerable<string> Silent(string path, JsonNode? node) =>
        node switch
        {
            JsonArray items => items.SelectMany((item, i) => Silent($"{path}[{i}]", item)),
            JsonObject members => members.SelectMany(member =>
                member.Value is not null ? Silent($"{path}.{member.Key}", member.Value)
                : IsExplained(members, member.Key) ? []
                : [$"{path}.{member.Key}"]
            ),
            _ => [],
        };

    static bool IsExplained(JsonObject members, string name) =>
        members["undefined"] is JsonValue
        || members["undefined"]?[name] is not null
        || members["reason"] is not null
        // What was seen and what chance explains, of a coefficient that has neither.
        || name is "observed" or "expected"
        // The answer "nothing there", and an object that nobody drew.
        || name is "answer" or "first" or "second" or "attribute" or "objectlab" or "id";
}
