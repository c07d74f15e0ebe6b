using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Writing;
using LabelSpec.TestSupport;
using Files = LabelSpec.TestSupport.RealData;

namespace LabelSpec.Annotations.Tests.Writing;

/// <summary>What is written says the same when it is read again, as far as the format has a place for it.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Ids => [.. FormatWriters.All.Select(writer => writer.Id)];

    static readonly string[] Sources =
    [
        "coco/review-metrics-coco/data/database/gts/coco_format_v1",
        "cvat/review-metrics-cvat/data/database/gts/cvat_format",
        "labelme/review-metrics-labelme/data/database/gts/labelme_format",
        "voc/review-metrics-voc/data/database/gts/imagenet_format/Annotations",
        "voc/review-metrics-voc/data/database/gts/pascalvoc_format",
        "coco/2label-coco/datasets/coco1.0/annotations",
        "cvat/2label-cvat/datasets/cvat1.1",
        "labelme/2label-labelme/datasets/labelme",
        "voc/2label-voc/datasets/voc1.1/Annotations",
        "voc/2label-voc/datasets/labelImg",
        "datumaro/datumaro-assets",
        "label_studio/maxkuklavod",
    ];

    public static TheoryData<string, string> RealSources
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var source in Sources)
            // Classification writes the pictures, which are not there.
            foreach (var writer in FormatWriters.All.Where(writer => !writer.Capacity.OneLabelPerImage))
                data.Add(source, writer.Id);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Random_data_is_the_same_after_writing_and_reading(string id)
    {
        var box = Gen.Select(
            Gen.Int[0, 500],
            Gen.Int[0, 300],
            Gen.Int[2, 140],
            Gen.Int[2, 180],
            Gen.Bool,
            Gen.Int[0, 2]
        );
        var writer = FormatWriters.Find(id)!;
        box.List[1, 12]
            .Holds(boxes =>
            {
                using var folder = new ScratchFolder();
                var annotations = boxes.Select(
                    (one, i) =>
                    {
                        var (x, y, w, h, isPolygon, category) = one;
                        var part = isPolygon
                            ? FormattableString.Invariant($"[[{x},{y},{x + w}.25,{y},{x + w}.25,{y + h}.5]]")
                            : "[]";
                        return FormattableString.Invariant(
                            $$"""
                            {"id":{{i + 1}},"image_id":{{1 + i % 3}},"category_id":{{category + 1}},"iscrowd":0,
                             "bbox":[{{x}},{{y}},{{w}}{{(isPolygon ? ".25" : "")}},{{h}}{{(isPolygon ? ".5" : "")}}],
                             "segmentation":{{part}},"area":1,"attributes":{"late":{{(
                                i % 2 == 0 ? "true" : "false"
                            )}} } }
                            """
                        );
                    }
                );
                var file = folder.Write(
                    "a.json",
                    $$"""
                    {"images":[{"id":1,"file_name":"a.bmp","width":700,"height":500},
                      {"id":2,"file_name":"b <&.bmp","width":701,"height":501},
                      {"id":3,"file_name":"c/d.bmp","width":702,"height":502}],
                     "categories":[{"id":1,"name":"car"},{"id":2,"name":"a \"b\" & <c>"},{"id":3,"name":"Fußgänger"}],
                     "annotations":[{{string.Join(',', annotations)}}]}
                    """
                );
                AssertSame(file, writer);
            });
    }

    /// <summary>Every shape and property that a writer says its format holds is there again.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Generated_data_of_every_shape_is_the_same(string id)
    {
        var writer = FormatWriters.Find(id)!;
        GeneratedData
            .Of(writer.Capacity)
            .Holds(items =>
            {
                using var folder = new ScratchFolder();
                var before = GeneratedData.Build(items, writer.Capacity, Path.Combine(folder.Path, "made.json"));
                foreach (var name in before.Images.FileNames)
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, name))!);
                    File.WriteAllBytes(Path.Combine(folder.Path, name), WrittenFolder.Picture(8, 8));
                }

                AssertSame(before, writer);
            });
    }

    [RealDataTheory]
    [MemberData(nameof(RealSources))]
    public void Real_data_is_the_same_after_writing_and_reading(string source, string id) =>
        AssertSame(Files.PathOf(source), FormatWriters.Find(id)!);

    static void AssertSame(string path, IFormatWriter writer) => AssertSame(DatasetReader.Read([path]), writer);

    static void AssertSame(Dataset before, IFormatWriter writer)
    {
        // Shares of a size need one, and a pose needs keypoints.
        var writesShares = !writer.Capacity.ImageSizes || !writer.Capacity.SizesOfEmptyImages;
        if (writesShares && before.Images.Widths.Contains(0))
            return;
        if (new WrittenData(before, writer.Capacity).Images.All(image => image.Annotations.IsEmpty))
            return;
        using var written = new WrittenFolder(before, writer);
        var after = written.Read();

        // Random pictures of classes are alike, and not all classes are in all splits.
        Assert.Empty(
            after.Problems.Where(problem =>
                problem.Kind.Severity == ProblemSeverity.Error && !ClassFolderProblems.All.Contains(problem.Kind)
            )
        );
        var (was, now) = (
            ModelText.Of(before, writer.Capacity, HasIds(before)),
            ModelText.Of(after, writer.Capacity, HasIds(before))
        );
        Assert.Equal(string.Join('\n', was.Except(now)), string.Join('\n', now.Except(was)));
        Assert.Equal(was.Count, now.Count);
        Assert.Equal(SplitsOf(before, writer), SplitsOf(after, writer));
    }

    static bool HasIds(Dataset dataset)
    {
        var ids = dataset.Annotations.Ids.ToArray();
        return ids.All(id => !id.IsText && id.Value > 0) && ids.Distinct().Count() == ids.Length;
    }

    // Some formats have a split for every image, and then one that had none is in the first.
    static IEnumerable<string> SplitsOf(Dataset dataset, IFormatWriter writer) =>
        new WrittenData(dataset, writer.Capacity)
            .Images.Where(image => !writer.Capacity.OneLabelPerImage || image.Annotations.Length > 0)
            .Select(image => (image, split: dataset.Images.SplitOf(image.Row)))
            .Where(one => one.split is not (null or "train") && writer.Capacity.HoldsSplit(one.split))
            .Select(one => $"{Path.GetFileNameWithoutExtension(one.image.Name)} {one.split}")
            .Order(StringComparer.Ordinal);
}
