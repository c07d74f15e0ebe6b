using System.Globalization;
using System.Text;

namespace LabelSpec.Benchmarks.Data;

/// <summary>
/// Writes ground truth and work of any number of images, ten boxes in each: 3 % of the work are missing, 3 % have another
/// class, all are some pixels off. The same arguments give the same bytes everywhere.
/// </summary>
public static class CompareGenerator
{
    const int BoxesOfImage = 10;
    const int Classes = 20;
    const double Missing = 0.03;
    const double WrongClass = 0.03;
    const double LargestShift = 5;

    public static (string Truth, string Work) Write(string folder, int images)
    {
        var truth = Path.Combine(folder, $"gt-{images}.json");
        var work = Path.Combine(folder, $"work-{images}.json");
        Write(truth, images, mistakes: null);
        Write(work, images, new Random(2));
        return (truth, work);
    }

    static void Write(string path, int images, Random? mistakes)
    {
        // The same boxes on both sides.
        var boxes = new Random(1);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        writer.Write("{\"images\": [");
        for (var image = 1; image <= images; image++)
            writer.Write(
                $"{(image > 1 ? "," : "")}\n{{\"id\": {image}, \"file_name\": \"{image:D7}.jpg\", \"width\": 1280, \"height\": 720}}"
            );
        writer.Write("],\n\"categories\": [");
        for (var category = 1; category <= Classes; category++)
            writer.Write($"{(category > 1 ? ", " : "")}{{\"id\": {category}, \"name\": \"class_{category:D2}\"}}");
        writer.Write("],\n\"annotations\": [");
        var isFirst = true;
        for (var id = 1; id <= images * BoxesOfImage; id++)
        {
            var category = boxes.Next(1, Classes + 1);
            double left = boxes.NextDouble() * 1100,
                top = boxes.NextDouble() * 600,
                width = 20 + boxes.NextDouble() * 160,
                height = 20 + boxes.NextDouble() * 100;
            if (mistakes is not null)
            {
                var luck = mistakes.NextDouble();
                if (luck < Missing)
                    continue;
                if (luck < Missing + WrongClass)
                    category = category % Classes + 1;
                left += (2 * mistakes.NextDouble() - 1) * LargestShift;
                top += (2 * mistakes.NextDouble() - 1) * LargestShift;
            }

            writer.Write(isFirst ? "\n" : ",\n");
            writer.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{{\"id\": {id}, \"image_id\": {(id - 1) / BoxesOfImage + 1}, \"category_id\": {category}, \"bbox\": [{left:F2}, {top:F2}, {width:F2}, {height:F2}], \"area\": {width * height:F1}, \"iscrowd\": 0}}"
                )
            );
            isFirst = false;
        }

        writer.Write("]}\n");
    }
}
