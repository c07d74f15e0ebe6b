using System.IO.Compression;
using System.Text.Json;
using LabelSpec.TestSupport;

namespace LabelSpec.Geometry.Tests;

public class RlePolygonTests
{
    [Fact]
    public void Masks_of_polygons_are_those_of_pycocotools_byte_for_byte()
    {
        using var cases = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "pycocotools-polygons.json"))
        );
        foreach (var entry in cases.RootElement.EnumerateArray())
            Assert.Equal(entry.GetProperty("counts").GetString(), TextOf(entry, entry.GetProperty("polygons")));
    }

    [BenchDataFact]
    public void All_polygon_predictions_of_the_benchmark_are_rasterised_as_by_pycocotools()
    {
        using var reference = JsonDocument.Parse(
            new GZipStream(File.OpenRead(BenchData.Reference("ref/S.segm.json.gz")), CompressionMode.Decompress)
        );
        using var polygons = JsonDocument.Parse(File.OpenRead(BenchData.Generated("S.segm.poly.json")));
        var compared = 0;
        foreach (
            var (mask, polygon) in reference
                .RootElement.EnumerateArray()
                .Zip(polygons.RootElement.EnumerateArray(), (m, p) => (m, p))
        )
        {
            var segmentation = mask.GetProperty("segmentation");
            Assert.Equal(
                segmentation.GetProperty("counts").GetString(),
                TextOf(segmentation, polygon.GetProperty("segmentation"))
            );
            compared++;
        }

        Assert.True(compared > 30_000);
    }

    static string TextOf(JsonElement sized, JsonElement polygons)
    {
        List<double> coordinates = [];
        List<int> ends = [];
        foreach (var ring in polygons.EnumerateArray())
        {
            coordinates.AddRange(ring.EnumerateArray().Select(n => n.GetDouble()));
            ends.Add(coordinates.Count);
        }

        var size = sized.GetProperty("size");
        var result = RleMask.FromPolygons(
            coordinates.ToArray(),
            ends.ToArray(),
            size[0].GetInt32(),
            size[1].GetInt32()
        );
        Assert.Equal(RleProblemKind.None, result.Problem.Kind);
        return result.Mask!.ToText();
    }
}
