using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Tests.Writing;
using LabelSpec.Annotations.Writing;
using LabelSpec.Engine.Fixes;
using LabelSpec.Engine.Migration;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Migration;

/// <summary>Migrated data says the new word wherever it said the old one, and everything else as before: in every format that is written here.</summary>
public sealed class MigrationTests
{
    // What must be escaped in JSON is another thing than what must be in XML.
    const string Odd = "motor_\"car\"&<x>";

    // Where a folder is the class, there is no text that says it.
    public static TheoryData<string> Ids =>
        [.. FormatWriters.All.Where(writer => !writer.Capacity.OneLabelPerImage).Select(writer => writer.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_class_is_renamed(string id)
    {
        using var data = Sample(id);
        var before = Read(data);

        Migrate(data, new LabelChange.OfClass("car", Odd));

        Assert.True(Of(before, "car") > 0 || id == "yolo-pose", "the sample has none");
        Assert.Equal(Texts(before).Select(text => text == "car" ? Odd : text), Texts(Read(data)));
        Assert.Equal(before.Problems.Select(p => p.Kind.Code), Read(data).Problems.Select(p => p.Kind.Code));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_attribute_and_its_value_are_renamed(string id)
    {
        using var data = Sample(id);
        var before = Read(data);
        if (before.Annotations.Attributes.Find("state") is not { } states)
        {
            // The format has no place for attributes with texts, and then there is nothing to do.
            Assert.True(id == "labelme" || id.StartsWith("yolo", StringComparison.Ordinal));
            return;
        }

        if (id == "label-studio")
        {
            // An attribute is a result of its own there, which names it in another place than its value.
            var plan = MigrationPlan.Of(before, [new LabelChange.OfAttribute("state", "lamp")]);
            Assert.Empty(plan.Fixes);
            Assert.Single(plan.Refused);
            return;
        }

        Migrate(
            data,
            new LabelChange.OfAttribute("state", "lamp"),
            new LabelChange.OfValue("arrow", "false", "no"),
            new LabelChange.OfValue("lamp", "green", "grün & more", new HashSet<string> { "traffic light" })
        );

        var after = Read(data);
        Assert.Null(after.Annotations.Attributes.Find("state"));
        Assert.Equal(
            Values(before, "state").Select(value => value == "green" ? "grün & more" : value),
            Values(after, "lamp")
        );
        Assert.Contains("grün & more", Values(after, "lamp"));
        Assert.Equal(Texts(before), Texts(after));
    }

    [Fact]
    public void Where_both_names_are_declared_annotations_take_the_number_of_the_new_one()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write(
            "a.json",
            """
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 10, "height": 10}],
             "categories": [{"id": 1, "name": "bike"}, {"id": 7, "name": "bicycle"}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 5, 5]}]}
            """
        );

        FixSession.Run(Request([path], [new LabelChange.OfClass("bike", "bicycle")]));

        Assert.Contains("\"category_id\": 7", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Contains("\"name\": \"bike\"", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_format_cannot_write_is_said_and_left()
    {
        using var folder = new ScratchFolder();
        folder.Write("data.yaml", "names: [car, bus]\n");
        folder.Write("labels/a.txt", "0 0.5 0.5 0.1 0.1\n");
        var data = DatasetReader.Read([folder.Path]);

        var plan = MigrationPlan.Of(data, [new LabelChange.OfClass("car", "car: motor")]);

        Assert.Empty(plan.Fixes);
        Assert.Contains("car:", Assert.Single(plan.Refused).Reason, StringComparison.Ordinal);
        Assert.Single(MigrationPlan.Of(data, [new LabelChange.OfClass("car", "motor car")]).Fixes);
    }

    [Fact]
    public void The_history_of_a_guideline_is_followed_to_the_class_of_today()
    {
        var guideline = TestGuideline.Bind(
            """
            class bicycle { alias "cycle" replaces "bike", "velo" since "2.0.0" }
            class scooter { replaces "roller" deprecated "too rare" use bicycle }
            """
        );

        Assert.Equal(
            ["bike>bicycle", "roller>bicycle", "scooter>bicycle", "velo>bicycle"],
            GuidelineHistory
                .ChangesOf(guideline, withAliases: false)
                .Select(change => $"{change.From}>{change.To}")
                .Order()
        );
        Assert.Contains(
            new LabelChange.OfClass("cycle", "bicycle"),
            GuidelineHistory.ChangesOf(guideline, withAliases: true)
        );
    }

    static WrittenFolder Sample(string id)
    {
        var dataset = DatasetReader.Read([RepositoryFiles.Sample("urban_driving", "data", "train.json")]);
        return new WrittenFolder(dataset, FormatWriters.Find(id)!);
    }

    static Dataset Read(WrittenFolder data) => data.Read();

    static void Migrate(WrittenFolder data, params LabelChange[] changes)
    {
        var outcome = FixSession.Run(Request([data.Path], changes));
        Assert.All(outcome.Files, file => Assert.Null(file.Refused));
        Assert.Empty(MigrationPlan.Of(data.Read(), changes).Fixes);
    }

    static FixRequest Request(string[] paths, LabelChange[] changes) =>
        new(_ => DatasetReader.Read(paths), dataset => MigrationPlan.Of(dataset, changes).Fixes);

    static long Of(Dataset dataset, string name) => Texts(dataset).Count(text => text == name);

    static IEnumerable<string> Texts(Dataset dataset) =>
        dataset
            .Annotations.Categories.ToArray()
            .Select(category => category < 0 ? "" : dataset.Categories.NameOf(category));

    static List<string?> Values(Dataset dataset, string attribute) =>
        [
            .. Enumerable
                .Range(0, dataset.Annotations.Count)
                .Select(row =>
                    dataset.Annotations.Attributes.TryGet(row, attribute, out var value) ? value.ToString() : null
                ),
        ];
}
