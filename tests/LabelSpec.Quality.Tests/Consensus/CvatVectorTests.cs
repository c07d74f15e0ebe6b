using System.Globalization;
using System.Text.Json;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Comparison;
using LabelSpec.Quality.Consensus;
using LabelSpec.Quality.Tests.Comparison;

namespace LabelSpec.Quality.Tests.Consensus;

/// <summary>
/// Random replicas of every type, merged by a second program (Python over NumPy and SciPy's <c>linear_sum_assignment</c>) that
/// was written from the facts of <c>cvat/apps/consensus/intersect_merge.py</c>, <c>quality_control/annotation_matching.py</c>
/// and datumaro's <c>merge/intersect_merge.py</c>, with COCO's rasterisation of its own. CVAT itself was not run.
/// </summary>
public class CvatVectorTests
{
    static readonly JsonElement Document = JsonDocument
        .Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "cvat", "consensus.json")))
        .RootElement;

    public static TheoryData<int, string> Scenes()
    {
        var data = new TheoryData<int, string>();
        for (var scene = 0; scene < Document.GetProperty("scenes").GetArrayLength(); scene++)
            foreach (var profile in (string[])["cvat-classic", "cvat-2.74"])
                if (Document.GetProperty("scenes")[scene].TryGetProperty(profile, out _))
                    data.Add(scene, profile);
        return data;
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public void Merged_annotations_are_those_of_CVATs_algorithm(int index, string profile)
    {
        var scene = Document.GetProperty("scenes")[index];
        var replicas = scene.GetProperty("replicas").EnumerateArray().ToList();
        var result = ConsensusAnalysis.Run(
            AnnotatorWork.Of([.. replicas.Select((replica, i) => ($"r{i}", SceneOf(replica).Read($"r{i}.xml")))]),
            profile == "cvat-classic" ? ConsensusSettings.Cvat : ConsensusSettings.Cvat274
        );

        // Of an image the order of annotations is that of nothing in particular.
        Assert.Equal(
            scene.GetProperty(profile).EnumerateArray().Select(Text).Order(StringComparer.Ordinal),
            result.Objects.Select(one => Text(one, result, replicas)).Order(StringComparer.Ordinal)
        );
    }

    static string Text(JsonElement merged) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {merged.GetProperty("type").GetString()} {merged.GetProperty("label").GetString()} of {(
                merged.TryGetProperty("replica", out var replica) ? $"{replica}:{merged.GetProperty("index")}" : "all"
            )} {merged.GetProperty("votes").GetInt32()} votes, score {merged
                .GetProperty("score")
                .GetDouble():F9}, group {merged.GetProperty("group").GetInt32()} {string.Join(
                ',',
                merged.GetProperty("attrs").EnumerateObject().Select(each => $"{each.Name}={each.Value}")
            )}
            """
        );

    static string Text(ConsensusObject one, ConsensusResult result, List<JsonElement> replicas)
    {
        var (annotator, row) = one.Source;
        var type = replicas[annotator][row].GetProperty("type").GetString();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {type} {result.Classes[one.Class]} of {(
                type == "tag" ? "all" : $"{annotator}:{row}"
            )} {one.Votes} votes, score {one.Score:F9}, group {one.Group} {string.Join(
                ',',
                one.Attributes.OrderBy(each => each.Name, StringComparer.Ordinal)
                    .Select(each => $"{each.Name}={each.Value}")
            )}
            """
        );
    }

    static Scene SceneOf(JsonElement replica)
    {
        var scene = new Scene(Document.GetProperty("width").GetInt32(), Document.GetProperty("height").GetInt32());
        scene.Image("a.png");
        foreach (var shape in replica.EnumerateArray())
            scene.Add(ElementOf(shape), content: ElementsOf(shape) + AttributesOf(shape));
        return scene;
    }

    static string ElementOf(JsonElement shape)
    {
        var more = shape.TryGetProperty("rotation", out var turned) ? $" rotation=\"{turned}\"" : "";
        if (shape.TryGetProperty("group", out var group))
            more += $" group_id=\"{group}\"";
        var type = shape.GetProperty("type").GetString();
        return $"{type} label=\"{shape.GetProperty("label").GetString()}\""
            + type switch
            {
                "box" => Attributes(shape.GetProperty("points"), "xtl", "ytl", "xbr", "ybr"),
                "ellipse" => Attributes(shape.GetProperty("points"), "cx", "cy", "rx", "ry"),
                "mask" => Attributes(shape.GetProperty("mask"), "left", "top", "width", "height")
                    + $" rle=\"{string.Join(", ", shape.GetProperty("mask").EnumerateArray().Skip(4))}\"",
                "polygon" or "polyline" or "points" => $" points=\"{Points(shape.GetProperty("points"))}\"",
                _ => "",
            }
            + more;
    }

    static string Attributes(JsonElement numbers, params string[] names) =>
        string.Concat(names.Select((name, i) => $" {name}=\"{numbers[i]}\""));

    static string Points(JsonElement numbers) =>
        string.Join(';', numbers.EnumerateArray().Chunk(2).Select(point => $"{point[0]},{point[1]}"));

    static string ElementsOf(JsonElement shape) =>
        !shape.TryGetProperty("elements", out var elements)
            ? ""
            : string.Concat(
                elements
                    .EnumerateArray()
                    .Select(
                        (point, i) =>
                            $"<points label=\"{i}\" outside=\"{point[3]}\" occluded=\"{point[2]}\" points=\"{point[0]},{point[1]}\"></points>"
                    )
            );

    static string AttributesOf(JsonElement shape) =>
        !shape.TryGetProperty("attrs", out var attributes)
            ? ""
            : string.Concat(
                attributes.EnumerateObject().Select(each => $"<attribute name=\"{each.Name}\">{each.Value}</attribute>")
            );
}
