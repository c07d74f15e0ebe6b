using System.Globalization;
using System.Text.Json;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>A job of CVAT's REST interface as a scene.</summary>
static class CvatJob
{
    // The interface does not tell the size of the images: the smallest round one that holds every annotation.
    const int Width = 760;
    const int Height = 400;

    static readonly Dictionary<int, string> Labels = new()
    {
        [66] = "dog",
        [67] = "cat",
        [68] = "skele",
        [73] = "cat",
        [74] = "dog",
    };

    static readonly Dictionary<int, string> Attributes = new() { [13] = "x", [14] = "y" };

    /// <summary>The scene, and the id of each annotation in the order in which readers see them.</summary>
    /// <param name="frames">Its frames, or those of the ground truth.</param>
    /// <param name="isThere">Whether an annotation was there when CVAT compared; all unless said.</param>
    public static (Scene Scene, List<string> Ids) Read(
        JsonElement job,
        IReadOnlyCollection<int> frames,
        Func<string, bool>? isThere = null
    )
    {
        var scene = new Scene(Width, Height);
        foreach (var frame in frames)
            scene.Image(ImageOf(frame));
        var byFrame = new SortedDictionary<int, List<string>>();
        foreach (var shape in job.GetProperty("shapes").EnumerateArray())
            Add(shape, Element(shape), shape.GetProperty("id").GetRawText());
        foreach (var tag in job.GetProperty("tags").EnumerateArray())
            Add(tag, "tag", "tag" + tag.GetProperty("id").GetRawText());
        return (scene, [.. byFrame.SelectMany(frame => frame.Value)]);

        void Add(JsonElement annotation, string element, string id)
        {
            var frame = annotation.GetProperty("frame").GetInt32();
            if (!frames.Contains(frame) || isThere?.Invoke(id) == false)
                return;
            scene.Add(
                $"{element} label=\"{Labels[annotation.GetProperty("label_id").GetInt32()]}\" group_id=\"{annotation.GetProperty("group").GetInt32()}\"",
                ImageOf(frame),
                Content(annotation)
            );
            if (!byFrame.TryGetValue(frame, out var ids))
                byFrame.Add(frame, ids = []);
            ids.Add(id);
        }
    }

    static string ImageOf(int frame) => $"{frame:D3}.png";

    static string Element(JsonElement shape)
    {
        var p = Numbers(shape.GetProperty("points"));
        var text = shape.GetProperty("type").GetString() switch
        {
            "rectangle" =>
                $"box xtl=\"{N(p[0])}\" ytl=\"{N(p[1])}\" xbr=\"{N(p[2])}\" ybr=\"{N(p[3])}\" rotation=\"{shape.GetProperty("rotation").GetRawText()}\"",
            "ellipse" => $"ellipse cx=\"{N(p[0])}\" cy=\"{N(p[1])}\" rx=\"{N(p[2] - p[0])}\" ry=\"{N(p[1] - p[3])}\"",
            "mask" =>
                $"mask rle=\"{string.Join(", ", p[..^4].Select(N))}\" left=\"{N(p[^4])}\" top=\"{N(p[^3])}\" width=\"{N(p[^2] - p[^4] + 1)}\" height=\"{N(p[^1] - p[^3] + 1)}\"",
            "cuboid" => "cuboid "
                + string.Join(
                    ' ',
                    (
                        (string[])
                            [
                                "xtl1",
                                "ytl1",
                                "xbl1",
                                "ybl1",
                                "xtr1",
                                "ytr1",
                                "xbr1",
                                "ybr1",
                                "xtl2",
                                "ytl2",
                                "xbl2",
                                "ybl2",
                                "xtr2",
                                "ytr2",
                                "xbr2",
                                "ybr2",
                            ]
                    ).Select((name, i) => $"{name}=\"{N(p[i])}\"")
                ),
            "skeleton" => "skeleton",
            var type => $"{type} points=\"{Pairs(p)}\"",
        };
        var occluded =
            shape.GetProperty("type").GetString() == "skeleton"
                ? ""
                : $" occluded=\"{(shape.GetProperty("occluded").GetBoolean() ? 1 : 0)}\"";
        return $"{text}{occluded} z_order=\"{shape.GetProperty("z_order").GetInt32()}\"";
    }

    static string Content(JsonElement annotation)
    {
        var content = string.Concat(
            annotation
                .GetProperty("attributes")
                .EnumerateArray()
                .Select(attribute =>
                    $"<attribute name=\"{Attributes[attribute.GetProperty("spec_id").GetInt32()]}\">{attribute.GetProperty("value").GetString()}</attribute>"
                )
        );
        if (!annotation.TryGetProperty("elements", out var elements))
            return content;
        // In the order of their labels: the file declares none.
        foreach (var element in elements.EnumerateArray().OrderBy(each => each.GetProperty("label_id").GetInt32()))
            content +=
                $"<points label=\"{element.GetProperty("label_id").GetInt32()}\" outside=\"{Flag(element, "outside")}\" occluded=\"{Flag(element, "occluded")}\" points=\"{Pairs(Numbers(element.GetProperty("points")))}\"></points>";
        return content;
    }

    static int Flag(JsonElement element, string name) => element.GetProperty(name).GetBoolean() ? 1 : 0;

    static double[] Numbers(JsonElement points) => [.. points.EnumerateArray().Select(point => point.GetDouble())];

    static string Pairs(double[] points) =>
        string.Join(
            ';',
            Enumerable.Range(0, points.Length / 2).Select(i => $"{N(points[2 * i])},{N(points[2 * i + 1])}")
        );

    static string N(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
