using System.Globalization;
using System.Text;

namespace LabelSpec.Benchmarks.Data;

/// <summary>
/// Writes data sets of one small file for each image, as Pascal VOC and as YOLO. The same arguments give the same bytes
/// everywhere.
/// </summary>
public static class FileSetGenerator
{
    static readonly string[] Names = ["person", "bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck"];

    static readonly (int Width, int Height)[] Sizes = [(640, 480), (640, 427), (480, 640), (500, 375)];

    /// <summary>Writes so many XML files unless they are there already, and returns their folder.</summary>
    public static string WriteVoc(string root, int files) =>
        Write(Path.Combine(root, $"voc-{files}"), "Annotations", files, "{0:D6}.xml", VocText, definition: null);

    /// <summary>Writes so many label files and their <c>data.yaml</c> unless they are there already, and returns their folder.</summary>
    public static string WriteYolo(string root, int files) =>
        Write(Path.Combine(root, $"yolo-{files}"), "labels/train", files, "{0:D6}.txt", YoloText, YoloDefinition());

    static string Write(
        string folder,
        string inside,
        int files,
        string name,
        Func<Random, int, string> text,
        string? definition
    )
    {
        if (Directory.Exists(folder))
            return folder;
        var random = new Random(20261129);
        var part = Path.Combine(folder + ".part", inside);
        Directory.CreateDirectory(part);
        for (var i = 0; i < files; i++)
            File.WriteAllText(
                Path.Combine(part, string.Format(CultureInfo.InvariantCulture, name, i)),
                text(random, i)
            );
        if (definition is not null)
            File.WriteAllText(Path.Combine(folder + ".part", "data.yaml"), definition);
        Directory.Move(folder + ".part", folder);
        return folder;
    }

    static string VocText(Random random, int index)
    {
        var (width, height) = Sizes[index % Sizes.Length];
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"<annotation>\n\t<folder>VOC2012</folder>\n\t<filename>{index:D6}.jpg</filename>\n\t<size>\n\t\t<width>{width}</width>\n\t\t<height>{height}</height>\n\t\t<depth>3</depth>\n\t</size>\n\t<segmented>0</segmented>\n"
        );
        for (var left = random.Next(1, 6); left > 0; left--)
        {
            var (w, h) = (random.Next(20, width / 2), random.Next(20, height / 2));
            var (x, y) = (random.Next(1, width - w), random.Next(1, height - h));
            text.Append(
                CultureInfo.InvariantCulture,
                $"\t<object>\n\t\t<name>{Name(random)}</name>\n\t\t<pose>Unspecified</pose>\n\t\t<truncated>0</truncated>\n\t\t<difficult>0</difficult>\n\t\t<bndbox>\n\t\t\t<xmin>{x}</xmin>\n\t\t\t<ymin>{y}</ymin>\n\t\t\t<xmax>{x + w}</xmax>\n\t\t\t<ymax>{y + h}</ymax>\n\t\t</bndbox>\n\t</object>\n"
            );
        }

        return text.Append("</annotation>\n").ToString();
    }

    static string YoloText(Random random, int index)
    {
        var text = new StringBuilder();
        for (var left = random.Next(1, 8); left > 0; left--)
        {
            var (w, h) = (0.05 + 0.4 * random.NextDouble(), 0.05 + 0.4 * random.NextDouble());
            var x = w / 2 + (1 - w) * random.NextDouble();
            var y = h / 2 + (1 - h) * random.NextDouble();
            text.Append(
                CultureInfo.InvariantCulture,
                $"{random.Next(Names.Length)} {x:F6} {y:F6} {w - 2e-6:F6} {h - 2e-6:F6}\n"
            );
        }

        return text.ToString();
    }

    static string YoloDefinition() =>
        "path: .\ntrain: images/train\nval: images/train\nnames:\n"
        + string.Concat(Names.Select((name, i) => $"  {i}: {name}\n"));

    static string Name(Random random) => Names[random.Next(Names.Length)];
}
