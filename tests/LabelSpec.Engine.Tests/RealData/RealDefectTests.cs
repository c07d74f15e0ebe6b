using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;
using Files = LabelSpec.TestSupport.RealData;

namespace LabelSpec.Engine.Tests.RealData;

/// <summary>Defects that are known to be in real files, each at its place and in its number; and no crash on any of them.</summary>
public class RealDefectTests
{
    [RealDataTheory]
    [InlineData("coco/taco/data/annotations.json", "LS3001", 2, "309", 1, 758633)]
    [InlineData("coco/taco/data/annotations.json", "LS3203", 1, "1777", 1, 1362423)]
    [InlineData("coco/taco-unofficial/data/annotations_unofficial.json", "LS3201", 15, "107", 1, null)]
    [InlineData("coco/taco-unofficial/data/annotations_unofficial.json", "LS3203", 9, "766", 1, 1615067)]
    [InlineData("coco/taco-unofficial/data/annotations_unofficial.json", "LS3204", 8, "1422", 1, 1817142)]
    [InlineData("coco/chess-roboflow/train/_annotations.coco.json", "LS3601", 1, "1325", null, null)]
    [InlineData("coco/darwin-coco/e2e_tests/data/convert/coco/to/output.json", "LS3205", 1, "3", 76, 15)]
    [InlineData("coco/review-metrics-coco/toyexample/dets_coco_format/coco_dets.json", "LS3203", 2, "11", 216, 21)]
    [InlineData("coco/faster-coco-eval/tests/dataset/example_crowdpose_val.json", "LS3503", 9, "165388", 107, 30)]
    [InlineData("coco/faster-coco-eval/tests/dataset/example_crowdpose_preds.json", "LS3006", 8, null, null, null)]
    [InlineData("coco/sahi/tests/data/coco_utils/combined_coco.json", "LS3206", 12, "1", 40, 21)]
    [InlineData("lvis/lvis-api/data/lvis_val_100.json", "LS3207", 13, "448", 1, 574641)]
    [InlineData(
        "cvat/datumaro-cvat/tests/assets/cvat_dataset/for_images/export_project/annotations.xml",
        "LS4001",
        4,
        null,
        152,
        25
    )]
    [InlineData(
        "cvat/datumaro-cvat/tests/assets/cvat_dataset/for_images/export_project/annotations.xml",
        "LS3110",
        3,
        null,
        142,
        28
    )]
    [InlineData(
        "cvat/datumaro-cvat/tests/assets/cvat_dataset/for_images/export_task/train.xml",
        "LS3007",
        2,
        null,
        50,
        22
    )]
    public void A_known_defect_is_found(string path, string code, int count, string? annotation, int? line, int? column)
    {
        var findings = Judge(Files.PathOf(path)).Findings.Where(finding => finding.Rule == code).ToArray();

        Assert.Equal(count, findings.Length);
        if (annotation is not null)
            Assert.Contains(findings, finding => finding.Annotation == annotation);
        var first = findings.FirstOrDefault(finding => annotation is null || finding.Annotation == annotation);
        Assert.Equal(line ?? first!.Location.Line, first!.Location.Line);
        Assert.Equal(column ?? first.Location.Column, first.Location.Column);
    }

    [RealDataTheory]
    [InlineData("coco")]
    [InlineData("cvat")]
    [InlineData("lvis")]
    [InlineData("voc")]
    [InlineData("yolo")]
    public void Every_finding_on_real_files_can_be_put_into_words(string format)
    {
        foreach (var file in Directory.EnumerateDirectories(Files.PathOf(format)))
        foreach (var finding in Judge(file).Findings.Take(2000))
        {
            Assert.NotEmpty(finding.Message);
            Assert.True(finding.Location.Line >= 1 && finding.Location.Start <= finding.Location.End);
        }
    }

    static AnalysisResult Judge(string path) => Analysis.Run(new AnalysisRequest(DatasetReader.Read([path])));
}
