using System.Globalization;
using System.Text;

namespace LabelSpec.Benchmarks.Data;

/// <summary>
/// Writes COCO instance files of any size: one line of text, polygons, annotations not grouped by image, as the public
/// train2017 file is laid out. The same arguments give the same bytes everywhere.
/// </summary>
public static class CocoGenerator
{
    /// <summary>The average size of one annotation with its share of the images, bytes.</summary>
    const int BytesPerAnnotation = 560;

    static readonly string[] Names =
    [
        "person",
        "bicycle",
        "car",
        "motorcycle",
        "bus",
        "truck",
        "rider",
        "traffic light",
    ];

    static readonly (int Width, int Height)[] Sizes = [(640, 480), (640, 427), (480, 640), (500, 375)];

    /// <summary>Writes about <paramref name="bytes"/> bytes to <paramref name="path"/> unless the file is there already.</summary>
    public static string Write(string path, long bytes)
    {
        if (File.Exists(path))
            return path;
        var annotations = (int)Math.Max(8, bytes / BytesPerAnnotation);
        var images = Math.Max(1, annotations / 7);
        var random = new Random(20261123);
        using (var writer = new StreamWriter(path + ".part", append: false, new UTF8Encoding(false), 1 << 20))
        {
            writer.Write("{\"info\": {\"description\": \"generated\"},\"images\": [");
            for (var i = 0; i < images; i++)
            {
                var (width, height) = Sizes[i % Sizes.Length];
                writer.Write(
                    $"{(i > 0 ? "," : "")}{{\"id\": {i + 1},\"file_name\": \"{i + 1:D12}.jpg\",\"width\": {width},\"height\": {height}}}"
                );
            }

            writer.Write("],\"annotations\": [");
            for (var i = 0; i < annotations; i++)
                WriteAnnotation(writer, random, i, images);
            writer.Write("],\"categories\": [");
            for (var i = 0; i < Names.Length; i++)
                writer.Write(
                    $"{(i > 0 ? "," : "")}{{\"id\": {i + 1},\"name\": \"{Names[i]}\",\"supercategory\": \"thing\"}}"
                );
            writer.Write("]}");
        }

        File.Move(path + ".part", path);
        return path;
    }

    static void WriteAnnotation(StreamWriter writer, Random random, int index, int images)
    {
        var image = random.Next(images);
        var (imageWidth, imageHeight) = Sizes[image % Sizes.Length];
        var width = Math.Round(12 + random.NextDouble() * random.NextDouble() * (imageWidth - 20), 2);
        var height = Math.Round(12 + random.NextDouble() * random.NextDouble() * (imageHeight - 20), 2);
        var left = Math.Round(random.NextDouble() * (imageWidth - width), 2);
        var top = Math.Round(random.NextDouble() * (imageHeight - height), 2);
        var corners = 8 + random.Next(24);
        var points = new (double X, double Y)[corners];
        for (var i = 0; i < corners; i++)
        {
            var angle = 2 * Math.PI * i / corners;
            points[i] = (
                Math.Round(left + width / 2 * (1 + Math.Cos(angle)), 2),
                Math.Round(top + height / 2 * (1 + Math.Sin(angle)), 2)
            );
        }

        double twiceArea = 0;
        for (var i = 0; i < corners; i++)
        {
            var next = points[(i + 1) % corners];
            twiceArea += points[i].X * next.Y - points[i].Y * next.X;
        }

        var (x0, x1) = (points.Min(p => p.X), points.Max(p => p.X));
        var (y0, y1) = (points.Min(p => p.Y), points.Max(p => p.Y));
        writer.Write(index > 0 ? ",{\"segmentation\": [[" : "{\"segmentation\": [[");
        writer.Write(string.Join(",", points.Select(p => $"{Text(p.X)},{Text(p.Y)}")));
        writer.Write($"]],\"area\": {Text(Math.Round(twiceArea / 2, 4))},\"iscrowd\": 0,\"image_id\": {image + 1},");
        writer.Write(
            $"\"bbox\": [{Text(x0)},{Text(y0)},{Text(Math.Round(x1 - x0, 2))},{Text(Math.Round(y1 - y0, 2))}],"
        );
        writer.Write(
            $"\"category_id\": {1 + (int)(Names.Length * random.NextDouble() * random.NextDouble())},\"id\": {index + 1}}}"
        );
    }

    static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
