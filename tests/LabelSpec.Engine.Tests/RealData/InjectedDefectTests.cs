using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LabelSpec.Annotations.Reading;
using LabelSpec.Grammar;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.RealData;

/// <summary>
/// A generator writes a data set, breaks some of its annotations, and says which: all of them are found in their element, at
/// line and column, and nothing is found in the data set before it was broken.
/// </summary>
public sealed class InjectedDefectTests : IDisposable
{
    static readonly Dictionary<string, string> Codes = new()
    {
        ["bbox_right_of_image"] = "LS3203",
        ["bbox_negative_origin"] = "LS3203",
        ["bbox_fully_outside"] = "LS3204",
        ["unknown_category"] = "LS3004",
        ["duplicate_annotation_id"] = "LS3001",
        ["zero_area"] = "LS3205",
        ["zero_size_bbox"] = "LS3202",
        ["negative_size_bbox"] = "LS3202",
        ["unknown_image"] = "LS3003",
        ["bbox_segmentation_mismatch"] = "LS3207",
        ["odd_polygon_coordinates"] = "LS3302",
        ["short_polygon"] = "LS3301",
        ["iscrowd_two"] = "LS2117",
        ["exact_duplicate_box"] = "LS3601",
    };

    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [RealDataFact]
    public void All_defects_of_a_small_file_are_found()
    {
        using var generator = Process.Start(
            "python3",
            $"{Path.GetFullPath(BenchData.Reference("gen_coco.py"))} --images 100 --anns 740 --seed 3 --defects 1 "
                + $"--out {folder.PathOf("XS.json")} --clean-out {folder.PathOf("XS.clean.json")} "
                + $"--defects-out {folder.PathOf("XS.defects.json")}"
        )!;
        generator.WaitForExit();
        Assert.Equal(0, generator.ExitCode);

        AssertFound(folder.PathOf("XS.json"), folder.PathOf("XS.defects.json"));
        AssertClean(folder.PathOf("XS.clean.json"));
    }

    [BenchDataFact]
    public void All_defects_of_a_file_of_20_megabytes_are_found()
    {
        AssertFound(BenchData.Generated("S.json"), BenchData.Generated("S.defects.json"));
        AssertClean(BenchData.Generated("S.clean.json"));
    }

    static void AssertFound(string path, string list)
    {
        using var defects = JsonDocument.Parse(File.ReadAllBytes(list));
        var findings = Judge(path).Findings.ToLookup(finding => (finding.Rule, finding.Annotation));
        var places = Elements(path);
        var expected = 0;
        foreach (var defect in defects.RootElement.EnumerateArray())
        {
            var (name, id) = (
                defect.GetProperty("defect").GetString()!,
                defect.GetProperty("annotation_id").GetInt64()
            );
            var found = findings[(Codes[name], $"{id}")].ToList();
            // A box that is moved beyond the border may have left the image altogether.
            if (found.Count == 0 && Codes[name] == "LS3203")
                found = [.. findings[("LS3204", $"{id}")]];
            Assert.True(found.Count > 0, $"{name} of annotation {id} is not found");
            // One line holds the whole file, so that the column is the place.
            Assert.Contains(
                found,
                finding =>
                    finding.Location.Line == 1
                    && places[id]
                        .Exists(element =>
                            element.Start < finding.Location.Column && finding.Location.EndColumn <= element.End + 1
                        )
            );
            expected++;
        }

        Assert.Equal(27, expected);
    }

    static void AssertClean(string path) =>
        Assert.DoesNotContain(Judge(path).Findings, finding => finding.Severity >= Severity.Warning);

    static AnalysisResult Judge(string path) => Analysis.Run(new AnalysisRequest(DatasetReader.Read([path])));

    /// <summary>The places of all annotations by id, found by another JSON reader; characters, as the files are ASCII.</summary>
    static Dictionary<long, List<(long Start, long End)>> Elements(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Assert.True(Ascii.IsValid(bytes));
        var reader = new Utf8JsonReader(bytes);
        var elements = new Dictionary<long, List<(long, long)>>();
        var isInAnnotations = false;
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
                isInAnnotations = reader.ValueTextEquals("annotations"u8);
            if (!isInAnnotations || reader.CurrentDepth != 2 || reader.TokenType != JsonTokenType.StartObject)
                continue;
            var start = reader.TokenStartIndex;
            long id = -1;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (isId)
                    id = reader.GetInt64();
                reader.Skip();
            }

            if (!elements.TryGetValue(id, out var list))
                elements.Add(id, list = []);
            list.Add((start, reader.BytesConsumed));
        }

        return elements;
    }
}
