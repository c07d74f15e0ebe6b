using System.Globalization;
using System.Text;
using CsCheck;

namespace LabelSpec.TestSupport;

/// <summary>
/// Generated data sets of several splits, as files of one of some formats, in which splits share pictures, miss classes, and have boxes
/// that leave their images.
/// </summary>
public static class SplitData
{
    static readonly string[] Classes = ["car", "bus", "tram"];
    static readonly string[] Splits = ["train", "val", "test"];

    /// <summary>For each image its split, a picture that others may be too, a class and a place for a box.</summary>
    /// <param name="fewest">Images at least.</param>
    /// <param name="most">Images at most.</param>
    /// <param name="pictures">How many different pictures there are; fewer make more of them shared.</param>
    public static Gen<(int Split, int Picture, int Class, int At)[]> Images(int fewest, int most, int pictures) =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, pictures], Gen.Int[0, 2], Gen.Int[-3, 99]).Array[fewest, most];

    /// <param name="format"><c>coco</c>, <c>voc</c> or <c>yolo</c>.</param>
    public static void Write(
        ScratchFolder folder,
        string format,
        (int Split, int Picture, int Class, int At)[] images,
        int boxesForEach = 1
    )
    {
        for (var split = 0; split < Splits.Length; split++)
        {
            var own = images.Where(image => image.Split == split).ToArray();
            if (format == "coco")
                folder.Write($"instances_{Splits[split]}.json", Coco(own, boxesForEach));
            for (var i = 0; i < own.Length; i++)
                if (format == "yolo")
                    folder.Write($"labels/{Splits[split]}/{own[i].Picture}.txt", Yolo(own[i], boxesForEach));
                else if (format == "voc")
                    folder.Write($"{Splits[split]}/{own[i].Picture}.xml", Voc(own[i], boxesForEach));
        }

        if (format == "yolo")
            folder.Write(
                "data.yaml",
                "path: .\ntrain: images/train\nval: images/val\ntest: images/test\nnames: [car, bus, tram]\n"
            );
    }

    static string Yolo((int Split, int Picture, int Class, int At) image, int boxes) =>
        string.Concat(
            Enumerable
                .Range(0, boxes)
                .Select(box =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{image.Class} {(image.At + box) / 100.0} 0.5 0.2 0.2\n"
                    )
                )
        );

    static string Voc((int Split, int Picture, int Class, int At) image, int boxes)
    {
        var text = new StringBuilder(
            $"<annotation><filename>{image.Picture}.jpg</filename><size><width>100</width><height>100</height></size>\n"
        );
        for (var box = 0; box < boxes; box++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"""
                <object><name>{Classes[image.Class]}</name>
                <bndbox><xmin>{image.At + box}</xmin><ymin>2</ymin><xmax>{image.At
                    + box
                    + 9}</xmax><ymax>30</ymax></bndbox></object>

                """
            );
        return text.Append("</annotation>\n").ToString();
    }

    static string Coco((int Split, int Picture, int Class, int At)[] images, int boxes)
    {
        var text = new StringBuilder("{\"images\": [");
        text.AppendJoin(
            ',',
            images.Select(
                (image, i) => $$"""{"id": {{i}}, "file_name": "{{image.Picture}}.jpg", "width": 100, "height": 100}"""
            )
        );
        text.Append("], \"annotations\": [");
        text.AppendJoin(
            ',',
            images.SelectMany(
                (image, i) =>
                    Enumerable
                        .Range(0, boxes)
                        .Select(box =>
                            $$"""{"id": {{i * boxes + box}}, "image_id": {{i}}, "category_id": {{image.Class}}, "bbox": [{{image.At
                                + box}}, 2, 9, 30]}"""
                        )
            )
        );
        text.Append("], \"categories\": [");
        text.AppendJoin(',', Classes.Select((name, i) => $$"""{"id": {{i}}, "name": "{{name}}"}"""));
        return text.Append("]}").ToString();
    }
}
