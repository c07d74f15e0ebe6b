using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>Real files: recognised as what they are, with the numbers that an independent script counted.</summary>
public class FormatRealFileTests
{
    /// <param name="path">File or folder in the collection.</param>
    /// <param name="format">What it must be taken for.</param>
    /// <param name="images">Rows of images.</param>
    /// <param name="annotations">Rows of annotations.</param>
    /// <param name="problems">Problems, each with a reason.</param>
    [RealDataTheory]
    [InlineData(
        "datumaro/datumaro-assets/tests/assets/algorithms/noisy_label_detection_det/annotations/train.json",
        "datumaro",
        10,
        67,
        0
    )]
    [InlineData(
        "datumaro/datumaro-assets/tests/assets/algorithms/noisy_label_detection_cls/annotations/train.json",
        "datumaro",
        6,
        6,
        0
    )]
    [InlineData("datumaro/datumaro-assets/tests/assets/datumaro_dataset/legacy/annotations", "datumaro", 4, 7, 0)]
    [InlineData("mot/py-motmetrics/motmetrics/data/TUD-Stadtmitte/gt.txt", "mot", 179, 1156, 0)]
    [InlineData("mot/py-motmetrics/motmetrics/data/TUD-Stadtmitte/test.txt", "mot", 179, 749, 0)]
    [InlineData("mot/py-motmetrics/motmetrics/data/TUD-Campus/gt.txt", "mot", 71, 359, 0)]
    [InlineData("mot/scalabel-mot/tests/label/testcases/motchallenge_labels.txt", "mot", 3, 5, 0)]
    [InlineData(
        "kitti/scalabel-kitti/tests/label/testcases/kitti_sample/tracking/training/label_02/0001.txt",
        "kitti",
        447,
        4271,
        0
    )]
    [InlineData("kitti/scalabel-kitti/tests/label/testcases/kitti_sample/detection/training/label_2", "kitti", 2, 8, 0)]
    [InlineData("kitti/datumaro-kitti/tests/assets/kitti_dataset", "kitti", 3, 8, 0)]
    public void A_real_file_is_read_completely(string path, string format, int images, int annotations, int problems)
    {
        var dataset = DatasetReader.Read([RealData.PathOf(path)]);

        Assert.Equal([format], dataset.Files.Select(file => file.Format?.Id ?? "none").Distinct());
        Assert.Equal((images, annotations), (dataset.Images.Count, dataset.Annotations.Count));
        Assert.Equal(problems, dataset.Problems.Sum(problem => problem.Count));
    }

    /// <summary>Nobody's file is claimed by two formats with the same confidence.</summary>
    [RealDataFact]
    public void No_real_file_is_ambiguous()
    {
        string[] ignored = [".jpg", ".jpeg", ".png", ".py", ".md"];
        var seen = 0;
        foreach (var file in Directory.EnumerateFiles(RealData.Folder!, "*", SearchOption.AllDirectories))
        {
            if (ignored.Contains(Path.GetExtension(file).ToLowerInvariant()))
                continue;
            var (format, confidence, next) = FormatFixtures.Best(file, File.ReadAllBytes(file));
            if (format is null)
                continue;
            Assert.True(confidence > next, $"{file}: {format.Id} with {confidence}, and another with {next}");
            seen++;
        }
        Assert.True(seen > 1200, $"only {seen} files");
    }
}
