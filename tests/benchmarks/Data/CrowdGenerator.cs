using System.Globalization;
using System.Text;

namespace LabelSpec.Benchmarks.Data;

/// <summary>
/// Writes a COCO file of one image in which all boxes lie at one place, each the near duplicate of most others: the worst case of the
/// search for repeated annotations. The same arguments give the same bytes everywhere.
/// </summary>
public static class CrowdGenerator
{
    public static string Write(string folder, int boxes)
    {
        var path = Path.Combine(folder, $"crowd-{boxes}.json");
        var random = new Random(20261129);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        writer.Write("{\"images\": [{\"id\": 1, \"file_name\": \"crowd.jpg\", \"width\": 640, \"height\": 480}],\n");
        writer.Write("\"categories\": [{\"id\": 1, \"name\": \"person\"}, {\"id\": 2, \"name\": \"car\"}],\n");
        writer.Write("\"annotations\": [");
        for (var box = 1; box <= boxes; box++)
            writer.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(box > 1 ? "," : "")}\n{{\"id\": {box}, \"image_id\": 1, \"category_id\": {1 + box % 2}, \"iscrowd\": 0, "
                        + $"\"bbox\": [{Near(100)}, {Near(100)}, {Near(80)}, {Near(80)}]}}"
                )
            );
        writer.Write("]}\n");
        return path;

        double Near(double value) => Math.Round(value + 3 * (random.NextDouble() - 0.5), 3);
    }
}
