using System.Text.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.Suspects;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Suspects;

public class SuspectSearchTests
{
    const string Truth = """
        {"images": [{"id": 1, "file_name": "a.png", "width": 400, "height": 400}],
         "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}],
         "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "area": 1600, "iscrowd": 0},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [110, 10, 40, 40], "area": 1600, "iscrowd": 0},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [210, 10, 40, 40], "area": 1600, "iscrowd": 0},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [213, 12, 40, 40], "area": 1600, "iscrowd": 0},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [10, 200, 40, 40], "area": 1600, "iscrowd": 0},
          {"id": 6, "image_id": 1, "category_id": 2, "bbox": [310, 310, 40, 40], "area": 1600, "iscrowd": 0}]}
        """;

    const string Predictions = """
        [{"image_id": 1, "category_id": 2, "bbox": [10, 10, 40, 40], "score": 0.97},
         {"image_id": 1, "category_id": 1, "bbox": [114, 14, 40, 40], "score": 0.9},
         {"image_id": 1, "category_id": 1, "bbox": [211, 10, 40, 40], "score": 0.98},
         {"image_id": 1, "category_id": 1, "bbox": [200, 200, 40, 40], "score": 0.96},
         {"image_id": 1, "category_id": 1, "bbox": [201, 201, 40, 40], "score": 0.955},
         {"image_id": 1, "category_id": 2, "bbox": [310, 310, 40, 40], "score": 0.99}]
        """;

    [Fact]
    public void Every_kind_is_found_once_and_what_fits_is_not_suspected()
    {
        var report = Run(new() { Least = .3 });

        var found = report.Suspects.ToDictionary(
            suspect => suspect.Kind,
            suspect => suspect.Annotation < 0 ? 0 : suspect.Data.Truth.Annotations.Ids[suspect.Annotation].Value
        );
        Assert.Equal(1, found[SuspectKind.Swapped]);
        Assert.Equal(2, found[SuspectKind.BadlyPlaced]);
        Assert.Equal(4, found[SuspectKind.Duplicate]);
        Assert.Equal(5, found[SuspectKind.Spurious]);
        Assert.Equal(0, found[SuspectKind.Missing]);
        Assert.Equal(5, report.Suspects.Length);
    }

    // IoU of the badly placed pair: 36 · 36 / (2 · 1600 − 1296) = 1296/1904.
    [Fact]
    public void Mistakenness_is_that_of_the_formula()
    {
        var report = Run(new());

        var swapped = report.Suspects.Single(suspect => suspect.Kind == SuspectKind.Swapped);
        var placed = report.Suspects.Single(suspect => suspect.Kind == SuspectKind.BadlyPlaced);
        Assert.Equal((.97 + 1) / 2, swapped.Mistakenness, 12);
        Assert.Equal(1296 / 1904.0, placed.Overlap, 12);
        Assert.Equal((.9 * (2 * (2 * (1 - 1296 / 1904.0)) - 1) + 1) / 2, placed.Mistakenness, 12);
    }

    [Fact]
    public void Findings_stand_at_the_annotations_and_are_ranked()
    {
        var report = Run(new());

        Assert.Equal(report.Suspects.OrderByDescending(suspect => suspect.Likelihood), report.Suspects);
        Assert.All(report.Findings, finding => Assert.Equal("truth.json", finding.Location.File));
        Assert.Contains(report.Findings, finding => finding.Rule == "LS6404" && finding.Location.Line == 4);
    }

    // cleanlab's scores for a hundred images, crowds left out; the empty image is not among them.
    [RealDataFact]
    public void Label_quality_is_that_of_cleanlab()
    {
        var folder = BenchData.Reference("ref");
        using var reference = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "cleanlab-XS.json")));
        var report = SuspectSearch.Run(
            DatasetReader.Read([Path.Combine(folder, "XS.clean.json")]),
            DatasetReader.Read([Path.Combine(folder, "XS.bbox.json")]),
            new() { AsksRules = false }
        );
        var qualities = report.Images.ToDictionary(
            image => image.Data.Truth.Images.Ids[image.Image].Value.ToString(),
            image => image.Quality
        );

        var compared = 0;
        foreach (var image in reference.RootElement.GetProperty("scores").EnumerateObject())
        {
            Assert.Equal(image.Value.GetDouble(), qualities[image.Name], 1e-12);
            compared++;
        }

        Assert.Equal(99, compared);
    }

    static SuspectReport Run(SuspectSettings settings) =>
        SuspectSearch.Run(Read("truth.json", Truth), Read("p.json", Predictions), settings with { AsksRules = false });

    static Dataset Read(string name, string text) =>
        DatasetReader.Read([new ReadInput(name, System.Text.Encoding.UTF8.GetBytes(text))]);
}
