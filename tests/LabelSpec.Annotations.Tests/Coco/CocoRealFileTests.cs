using System.Text.RegularExpressions;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Coco;

/// <summary>Every COCO file of the collection, against the counts that an independent script noted in its manifest.</summary>
public partial class CocoRealFileTests
{
    public static TheoryData<string, int, int, int> Files()
    {
        var files = new TheoryData<string, int, int, int>();
        foreach (var (path, format, remark) in Manifest())
            if (
                format is "coco" or "lvis"
                && Counts().Match(remark) is { Success: true } counts
                && !path.Contains("panoptic", StringComparison.Ordinal)
            )
                files.Add(path, Number(counts, 1), Number(counts, 2), Number(counts, 3));
        return files;
    }

    public static TheoryData<string, int> Results()
    {
        var files = new TheoryData<string, int>();
        foreach (var (path, format, remark) in Manifest())
            if (format == "coco" && ResultCount().Match(remark) is { Success: true } count)
                files.Add(path, Number(count, 1));
        return files;
    }

    [RealDataTheory]
    [MemberData(nameof(Files))]
    public void A_data_set_has_the_images_annotations_and_categories_of_the_manifest(
        string path,
        int images,
        int annotations,
        int categories
    )
    {
        var dataset = DatasetReader.Read([RealData.PathOf(path)]);

        Assert.Equal(
            (images, annotations, categories),
            (dataset.Images.Count, dataset.Annotations.Count, dataset.Categories.Declarations.Length)
        );
        Assert.DoesNotContain(dataset.Problems, problem => problem.Code is "LS2101" or "LS2102");
    }

    [RealDataTheory]
    [MemberData(nameof(Results))]
    public void A_results_file_has_the_predictions_of_the_manifest(string path, int results)
    {
        var dataset = DatasetReader.Read([RealData.PathOf(path)]);

        Assert.Equal(results, dataset.Annotations.Count);
        Assert.All(
            dataset.Annotations.Flags.ToArray(),
            flags => Assert.True(flags.HasFlag(AnnotationFlags.Prediction))
        );
    }

    [RealDataFact]
    public void Infinite_boxes_of_a_real_file_are_told_once_and_read()
    {
        var dataset = DatasetReader.Read([RealData.PathOf("coco/taco-unofficial/data/annotations_unofficial.json")]);

        var problem = Assert.Single(dataset.Problems, problem => problem.Code == "LS2103");
        Assert.Equal(60, problem.Count);
        Assert.Equal(15, dataset.Annotations.Boxes.ToArray().Count(box => double.IsInfinity(box.Left)));
    }

    [RealDataFact]
    public void The_whole_folder_of_coco_files_is_read_at_once()
    {
        var dataset = DatasetReader.Read([RealData.PathOf("coco")]);

        Assert.True(dataset.Files.Length > 90);
        Assert.True(dataset.Annotations.Count > 90_000);
    }

    static IEnumerable<(string Path, string Format, string Remark)> Manifest() =>
        !RealData.IsPresent
            ? []
            : File.ReadLines(RealData.PathOf("MANIFEST.tsv"))
                .Select(line => line.Split('\t'))
                .Where(cells => cells.Length > 7 && cells[0].EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                .Select(cells => (cells[0], cells[2], cells[7]));

    static int Number(Match match, int group) =>
        int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\[(\d+) img, (\d+) ann, (\d+) cat")]
    private static partial Regex Counts();

    [GeneratedRegex(@"^\[(\d+) results\]")]
    private static partial Regex ResultCount();
}
