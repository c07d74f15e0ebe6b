using System.Globalization;
using System.Text;
using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Sharding;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Sharding;

/// <summary>Shards of data sets of many files and several splits, with what the splits share and miss.</summary>
public class MergedFilesTests
{
    static readonly string[] Classes = ["car", "bus", "tram"];
    static readonly string[] Splits = ["train", "val", "test"];

    // For each image its split, a picture that others may be too, and a box.
    static readonly Gen<(int Split, int Picture, int Class, int At)[]> Images = Gen.Select(
        Gen.Int[0, 2],
        Gen.Int[0, 60],
        Gen.Int[0, 2],
        Gen.Int[-3, 99]
    ).Array[40, 90];

    [Theory]
    [InlineData("yolo")]
    [InlineData("voc")]
    [InlineData("coco")]
    public void Any_number_of_shards_gives_what_one_process_gives(string format) =>
        Gen.Select(Images, Gen.Int[1, 7])
            .Holds(
                (images, count) =>
                {
                    using var folder = new ScratchFolder();
                    Write(folder, format, images);
                    var request = new AnalysisRequest(Read(folder));
                    var whole = Analysis.Run(request);

                    var shares = Enumerable
                        .Range(1, count)
                        .Select(number =>
                            Analysis.Judge(
                                new AnalysisRequest(Read(folder)) { Shard = new Shard(number, count), Threads = 2 }
                            )
                        )
                        .ToList();
                    var all = shares[^1];
                    foreach (var share in shares.SkipLast(1))
                        all.Add(share);
                    var merged = Analysis.Finish(request, all);

                    Assert.NotEmpty(whole.Findings);
                    Assert.Contains(
                        whole.Rules,
                        rule =>
                            rule.Rule.StartsWith("LS5", StringComparison.Ordinal) && rule.Satisfied + rule.Violated > 0
                    );
                    Assert.Equal(whole.Rules.ToArray(), merged.Rules.ToArray());
                    Assert.Equal(whole.Findings.Select(ShownFinding.Of), merged.Findings.Select(ShownFinding.Of));
                },
                iter: 8
            );

    static Dataset Read(ScratchFolder folder) => DatasetReader.Read([folder.Path]);

    static void Write(ScratchFolder folder, string format, (int Split, int Picture, int Class, int At)[] images)
    {
        for (var split = 0; split < Splits.Length; split++)
        {
            var own = images.Where(image => image.Split == split).ToArray();
            if (format == "coco")
                folder.Write($"instances_{Splits[split]}.json", Coco(own));
            for (var i = 0; i < own.Length; i++)
                if (format == "yolo")
                    folder.Write($"labels/{Splits[split]}/{own[i].Picture}.txt", Yolo(own[i]));
                else if (format == "voc")
                    folder.Write($"{Splits[split]}/{own[i].Picture}.xml", Voc(own[i]));
        }

        if (format == "yolo")
            folder.Write(
                "data.yaml",
                "path: .\ntrain: images/train\nval: images/val\ntest: images/test\nnames: [car, bus, tram]\n"
            );
    }

    static string Yolo((int Split, int Picture, int Class, int At) image) =>
        string.Create(CultureInfo.InvariantCulture, $"{image.Class} {image.At / 100.0} 0.5 0.2 0.2\n");

    static string Voc((int Split, int Picture, int Class, int At) image) =>
        $"""
            <annotation><filename>{image.Picture}.jpg</filename><size><width>100</width><height>100</height></size>
            <object><name>{Classes[image.Class]}</name>
            <bndbox><xmin>{image.At}</xmin><ymin>2</ymin><xmax>{image.At
                + 9}</xmax><ymax>30</ymax></bndbox></object></annotation>
            """;

    static string Coco((int Split, int Picture, int Class, int At)[] images)
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
            images.Select(
                (image, i) =>
                    $$"""{"id": {{i}}, "image_id": {{i}}, "category_id": {{image.Class}}, "bbox": [{{image.At}}, 2, 9, 30]}"""
            )
        );
        text.Append("], \"categories\": [");
        text.AppendJoin(',', Classes.Select((name, i) => $$"""{"id": {{i}}, "name": "{{name}}"}"""));
        return text.Append("]}").ToString();
    }
}
