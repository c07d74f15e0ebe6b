using System.Globalization;
using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Writing;

namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>
/// Writes <c>data.yaml</c> and a label file for each image under <c>labels</c>; the pictures are to lie under
/// <c>images</c>.
/// </summary>
sealed class YoloWriter(YoloTask task) : IFormatWriter
{
    public string Id =>
        task switch
        {
            YoloTask.Segment => "yolo-segment",
            YoloTask.Pose => "yolo-pose",
            YoloTask.OrientedBox => "yolo-obb",
            _ => "yolo",
        };

    public string Title =>
        task switch
        {
            YoloTask.Segment => "YOLO segmentation",
            YoloTask.Pose => "YOLO pose",
            YoloTask.OrientedBox => "YOLO oriented boxes",
            _ => "YOLO detection",
        };

    public string? Extension => null;

    public FormatCapacity Capacity { get; } =
        new()
        {
            Shapes = task switch
            {
                YoloTask.Segment => [ShapeKind.Polygon],
                YoloTask.Pose => [ShapeKind.Skeleton],
                YoloTask.OrientedBox => [ShapeKind.RotatedBox, ShapeKind.Box],
                _ => [ShapeKind.Box],
            },
            BoxBesideShape = task == YoloTask.Pose,
            Shares = true,
            Splits = ["train", "val", "test"],
            UnusedCategories = true,
        };

    public void Write(WrittenData data, IOutputFiles output)
    {
        var numbers = data.Categories.Select((row, i) => (row, i)).ToDictionary(one => one.row, one => one.i);
        var pose = task == YoloTask.Pose ? LargestSkeleton(data) : 0;
        output.Write("data.yaml", stream => stream.Write(Encoding.UTF8.GetBytes(Definition(data, pose))));
        foreach (var image in data.Images)
        {
            if (image.Annotations.Length > 0 && image.Width <= 0)
                throw new InvalidDataException(
                    $"the size of {image.Name} is not known, and YOLO writes shares of it; add width and height, or the picture"
                );
            output.Write(
                OutputPath.Of(image, data.SplitOf(image) is { } split ? $"labels/{split}/" : "labels/", ".txt"),
                stream => stream.Write(Encoding.UTF8.GetBytes(Rows(image, data, numbers, pose)))
            );
        }
    }

    string TaskName =>
        task switch
        {
            YoloTask.Segment => "segment",
            YoloTask.Pose => "pose",
            YoloTask.OrientedBox => "obb",
            _ => "detect",
        };

    static int LargestSkeleton(WrittenData data) =>
        data
            .Images.SelectMany(image => image.Annotations)
            .Select(row => data.KeypointsOf(row).Length)
            .DefaultIfEmpty()
            .Max();

    string Definition(WrittenData data, int pose)
    {
        var text = new StringBuilder("path: .\n");
        var splits = data.Images.Select(data.SplitOf).ToHashSet();
        foreach (var split in (string[])["train", "val", "test"])
            if (splits.Contains(split))
                text.Append(CultureInfo.InvariantCulture, $"{split}: images/{split}\n");
        if (splits.All(split => split is null))
            text.Append("train: images\nval: images\n");
        // Trainers pass over it; rows of nine columns may be corners or an outline.
        text.Append(CultureInfo.InvariantCulture, $"task: {TaskName}\n");
        if (task == YoloTask.Pose)
            text.Append(CultureInfo.InvariantCulture, $"kpt_shape: [{pose}, 3]\n");
        text.Append("names:\n");
        for (var i = 0; i < data.Categories.Length; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {i}: {Quoted(data.Dataset.Categories.NameOf(data.Categories[i]))}\n"
            );
        return text.ToString();
    }

    // A double-quoted YAML scalar knows the escapes of JSON.
    static string Quoted(string name) => $"\"{System.Text.Json.JsonEncodedText.Encode(name)}\"";

    string Rows(WrittenImage image, WrittenData data, Dictionary<int, int> numbers, int pose)
    {
        var text = new StringBuilder();
        foreach (var row in image.Annotations)
        {
            var category = numbers[data.Dataset.Annotations.Categories[row]];
            if (task != YoloTask.Segment)
            {
                Append(text, category, Columns(row, data, image, pose));
                continue;
            }

            var polygon = data.PolygonOf(row);
            for (var part = 0; part < polygon.PartCount; part++)
                Append(text, category, Shares(polygon.PartAt(part), image));
        }

        return text.ToString();
    }

    double[] Columns(int row, WrittenData data, WrittenImage image, int pose)
    {
        var box = data.BoxOf(row);
        double[] columns =
        [
            box.Center.X / image.Width,
            box.Center.Y / image.Height,
            box.Width / image.Width,
            box.Height / image.Height,
        ];
        if (task == YoloTask.OrientedBox)
            return Shares(data.Dataset.Annotations.RotatedBoxOf(row).Corners(), image);
        if (task != YoloTask.Pose)
            return columns;
        var keypoints = data.KeypointsOf(row);
        var points = Enumerable
            .Range(0, pose)
            .Select(i => i < keypoints.Length ? keypoints[i] : new Keypoint(0, 0, 0))
            .SelectMany(point => (double[])[point.X / image.Width, point.Y / image.Height, point.Visibility]);
        return [.. columns, .. points];
    }

    static double[] Shares(ReadOnlySpan<double> points, WrittenImage image)
    {
        var shares = points.ToArray();
        for (var i = 0; i < shares.Length; i++)
            shares[i] /= i % 2 == 0 ? image.Width : image.Height;
        return shares;
    }

    static void Append(StringBuilder text, int category, double[] columns)
    {
        text.Append(category);
        foreach (var column in columns)
            text.Append(' ').Append(column.ToString("0.################", CultureInfo.InvariantCulture));
        text.Append('\n');
    }
}
