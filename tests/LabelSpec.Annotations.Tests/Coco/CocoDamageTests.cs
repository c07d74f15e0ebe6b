using System.Text;
using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Coco;

/// <summary>Whatever happens to a file, reading ends without an exception, and geometry and fields can be asked for.</summary>
public class CocoDamageTests
{
    static readonly string[] Small =
    [
        "coco/datumaro-coco/tests/assets/coco_dataset/coco/annotations/instances_val.json",
        "coco/datumaro-coco/tests/assets/coco_dataset/coco/annotations/person_keypoints_val.json",
        "coco/datumaro-coco/tests/assets/coco_dataset/coco/annotations/panoptic_val.json",
        "coco/datumaro-coco/tests/assets/coco_dataset/coco/annotations/captions_val.json",
        "coco/mmdet3d-mono3d/tests/data/nuscenes/nus_infos_mono3d.coco.json",
    ];

    [RealDataFact]
    public void A_real_file_cut_anywhere_gives_its_complete_elements_and_one_place()
    {
        var whole = File.ReadAllBytes(RealData.PathOf("coco/sahi/tests/data/coco_evaluate/dataset.json"));
        var before = 0;
        for (var i = 1; i < 200; i++)
        {
            var cut = whole[..(int)((long)whole.Length * i / 200)];
            var dataset = Read.Bytes(cut);
            Touch(dataset);
            Assert.True(dataset.Annotations.Count >= before);
            before = dataset.Annotations.Count;
            if (dataset.Annotations.Count > 0)
                Assert.Equal(cut.Length, Assert.Single(dataset.Problems, p => p.Code == "LS2102").Span.Start);
        }
        Assert.True(before > 200);
    }

    [RealDataFact]
    public void Every_prefix_of_small_files_can_be_read()
    {
        foreach (var path in Small)
        {
            var whole = File.ReadAllBytes(RealData.PathOf(path));
            for (var length = 0; length < whole.Length; length += 3)
                Touch(Read.Bytes(whole[..length]));
        }
    }

    [RealDataFact]
    public void Mutated_files_can_be_read()
    {
        var seeds = Small.Select(path => File.ReadAllBytes(RealData.PathOf(path))).ToArray();
        CocoDamage.Of(seeds, most: 12).Holds(text => Touch(Read.Bytes(text)), iter: 1500);
    }

    /// <summary>Each of these made some scanner read the same bytes over and over.</summary>
    [Theory]
    [InlineData("{\"a\" {},", "")]
    [InlineData("{\"id\":", "")]
    [InlineData("{1},", "")]
    [InlineData("[", "")]
    [InlineData("{\"x\":\"", "")]
    [InlineData("{\"id\":1,\"segmentation\":[[1,", "")]
    [InlineData("{\"id\":1,\"segmentation\":[[1,\"a\"]]},", "")]
    [InlineData("{\"id\":1}/*", "")]
    [InlineData("#\n", "")]
    [InlineData("{\"bbox\":[1,2,3,", "4]}")]
    public async Task Repeated_damage_costs_time_in_proportion_to_its_size(string piece, string end)
    {
        var pieces = new StringBuilder("{\"images\": [], \"annotations\": [");
        while (pieces.Length < 3_000_000)
            pieces.Append(piece);
        var bytes = Encoding.UTF8.GetBytes(pieces.Append(end).ToString());

        // A quadratic scan of three megabytes takes minutes to hours.
        var dataset = await Task.Run(() => Read.Bytes(bytes)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.NotEmpty(dataset.Problems);
    }

    static void Touch(Dataset dataset)
    {
        var polygon = new PolygonBuffer();
        var keypoints = new KeypointBuffer();
        for (var i = 0; i < dataset.Annotations.Count; i++)
        {
            dataset.ReadPolygon(i, polygon);
            dataset.ReadKeypoints(i, keypoints);
            dataset.ReadMask(i);
            dataset.ReadCaption(i);
            dataset.Locate(Annotations.Formats.Element.Annotation(i), Annotations.Formats.Field.VertexOf(0, 1));
        }
        foreach (var problem in dataset.Problems)
            dataset.PositionOf(problem.Span);
    }
}
