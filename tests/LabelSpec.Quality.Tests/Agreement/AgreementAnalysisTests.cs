using System.Text;
using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.Agreement;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Agreement;

public class AgreementAnalysisTests
{
    [Fact]
    public void Equal_work_agrees_entirely()
    {
        var report = Run(Work("1:a:10,10,20,20 1:b:50,50,20,20"), Work("1:b:50,50,20,20 1:a:10,10,20,20"));

        Assert.Equal(2, report.Units);
        Assert.Equal(1, report.Objects.Alpha.Value);
        Assert.Equal(1, report.Pairs[0].F1);
    }

    // Worked by hand: units (a,a), (b,nothing), (a,b). Values a a b 0 a b: n = 6, n_a = 3, n_b = 2, n_0 = 1.
    // D_o = 4/6; D_e = (36 - 9 - 4 - 1) / 30 = 22/30; alpha = 1 - (2/3) / (11/15) = 1/11.
    [Fact]
    public void To_draw_nothing_is_an_answer()
    {
        var report = Run(
            Work("1:a:10,10,20,20 1:b:100,10,20,20 1:a:50,50,20,20"),
            Work("1:a:10,10,20,20 1:b:50,50,20,20")
        );

        Assert.Equal(1 / 11.0, report.Objects.Alpha.Value, 12);
        Assert.Equal(1 / 3.0, report.Objects.Percent.Value, 12);
        Assert.Equal(2 * 1 / 5.0, report.Pairs[0].F1, 12);
    }

    // An empty image counts once: units (a,0) and (0,0). Values a 0 0 0: D_o = 2/4, D_e = (16-1-9)/12 = 1/2: alpha = 0.
    [Fact]
    public void Empty_images_count_once()
    {
        var report = Run(Work("1:a:10,10,20,20", images: 2), Work("", images: 2));

        Assert.Equal(1, report.EmptyImages);
        Assert.Equal(0, report.Objects.Alpha.Value, 12);
    }

    [Fact]
    public void Who_did_not_see_an_image_missed_nothing_in_it()
    {
        var report = Run(
            Work("1:a:10,10,20,20 2:b:10,10,20,20", images: 2),
            Work("1:a:10,10,20,20", images: 1),
            Work("1:a:10,10,20,20 2:b:10,10,20,20", images: 2)
        );

        Assert.Equal(1, report.Objects.Percent.Value);
        Assert.Equal(0, report.ByAnnotator[1].Missed);
    }

    // The first drew one crowd where the second drew everybody in it: neither missed anything there.
    [Fact]
    public void Who_marks_a_crowd_is_not_asked_about_what_is_in_it()
    {
        var report = Run(
            Work("1:a:10,10,20,20 1:a:100,100,90,90")
                .Replace(
                    "\"bbox\": [100,100,90,90], \"area\": 400, \"iscrowd\": 0",
                    "\"bbox\": [100,100,90,90], \"area\": 400, \"iscrowd\": 1",
                    StringComparison.Ordinal
                ),
            Work("1:a:10,10,20,20 1:a:105,105,20,20 1:a:140,140,20,20")
        );

        Assert.Equal(3, report.Units);
        Assert.Equal(0, report.ByAnnotator[0].Missed);
        Assert.Equal(0, report.ByAnnotator[1].Alone);
        Assert.Equal(1, report.Pairs[0].F1);
        Assert.All(report.Pairs[0].Errors, error => Assert.Equal(0, error.Item2));
    }

    [Fact]
    public void Files_that_declare_other_classes_are_told()
    {
        var finding = Assert.Single(
            Run(
                Work("1:a:10,10,20,20"),
                Work("1:a:10,10,20,20").Replace(", {\"id\": 3, \"name\": \"c\"}", "", StringComparison.Ordinal)
            ).Findings
        );

        Assert.Equal("LS6204", finding.Rule);
        Assert.StartsWith("The file of p1 does not declare c,", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_files_of_one_annotator_may_hold_parts_of_one_image()
    {
        static ReadInput File(string name, string boxes) => new(name, Encoding.UTF8.GetBytes(Work(boxes)));
        var report = AgreementAnalysis.Run(
            AnnotatorWork.Of([
                ("anna", DatasetReader.Read([File("1.json", "1:a:10,10,20,20"), File("2.json", "1:b:100,100,20,20")])),
                ("ben", DatasetReader.Read([File("3.json", "1:a:10,10,20,20 1:b:100,100,20,20")])),
            ]),
            new()
        );

        Assert.Equal(2, report.Units);
        Assert.Equal(1, report.Objects.Alpha.Value);
    }

    [Fact]
    public void The_outcome_does_not_depend_on_the_order_of_annotators()
    {
        string[] files = ["anna.json", "ben.json", "cleo.json"];
        var works = files
            .Select(file => DatasetReader.Read([RepositoryFiles.Sample("scores", file)]))
            .Zip(files, (dataset, file) => (file, dataset))
            .ToArray();

        var forwards = AgreementAnalysis.Run(AnnotatorWork.Of(works), new());
        var backwards = AgreementAnalysis.Run(AnnotatorWork.Of([.. works.Reverse()]), new());

        Assert.Equal(forwards.Objects.Alpha.Value, backwards.Objects.Alpha.Value, 12);
        Assert.Equal(forwards.Units, backwards.Units);
    }

    [Fact]
    public void An_annotator_who_agrees_with_nobody_has_negative_vitality()
    {
        var report = Run(
            Work("1:a:10,10,20,20 1:b:50,50,20,20"),
            Work("1:a:10,10,20,20 1:b:50,50,20,20"),
            Work("1:b:10,10,20,20 1:a:90,90,20,20")
        );

        Assert.True(report.ByAnnotator[2].Vitality < 0);
        Assert.Equal(1, report.ByAnnotator[2].AlphaWithout!.Value);
        Assert.Equal(1, report.ByAnnotator[2].Alone);
        Assert.Equal(1, report.ByAnnotator[2].Missed);
    }

    [Fact]
    public void Three_nearly_equal_shapes_are_one_object_and_two_of_one_person_never_are()
    {
        var report = Run(Work("1:a:10,10,20,20 1:a:11,10,20,20"), Work("1:a:10,11,20,20"), Work("1:a:10,10,21,20"));

        Assert.Equal(2, report.Units);
        Assert.Equal(2, report.ByAnnotator[0].Annotations);
        Assert.Equal(1, report.ByAnnotator[0].Alone);
    }

    [Fact]
    public void One_annotator_and_strangers_are_told()
    {
        Assert.Equal("LS6201", Assert.Single(Run(Work("1:a:10,10,20,20")).Findings).Rule);
        var strangers = Run(Work("1:a:10,10,20,20"), Work("1:a:10,10,20,20", prefix: "other"));
        Assert.Equal(["LS6202", "LS6202"], strangers.Findings.Select(finding => finding.Rule));
        Assert.False(strangers.Objects.Alpha.IsDefined);
    }

    // One data set, published in several formats: who reads VOC's edges as pixels of the box gets boxes a pixel larger.
    [RealDataFact]
    public void Real_data_in_several_formats_have_the_same_objects_and_not_quite_the_same_boxes()
    {
        var coco = RealData.PathOf("coco/review-metrics-coco/data/database/gts");
        var report = AgreementAnalysis.Run(
            AnnotatorWork.Of([
                ("v1", DatasetReader.Read([Path.Combine(coco, "coco_format_v1", "instances_default.json")])),
                ("v2", DatasetReader.Read([Path.Combine(coco, "coco_format_v2", "instances_v2.json")])),
                (
                    "voc",
                    DatasetReader.Read([RealData.PathOf("voc/review-metrics-voc/data/database/gts/pascalvoc_format")])
                ),
            ]),
            new() { ComparesBounds = true }
        );

        Assert.Equal(100, report.SharedImages);
        Assert.Equal(273, report.Units);
        Assert.Equal(1, report.Objects.Alpha.Value);
        Assert.Equal([1, .976, .976], report.Pairs.Select(pair => Math.Round(pair.MeanOverlap, 3)));
        Assert.InRange(report.Curve[^1].Alpha.Value, .9, .98);
    }

    // Label Studio's own test data: five images, each drawn by three people whose addresses are hidden.
    [RealDataFact]
    public void Annotators_of_one_real_file_are_told_apart_by_their_ids()
    {
        var dataset = DatasetReader.Read([
            RealData.PathOf("multi_annotator/evalme-bbox/evalme/tests/test_data/test_bbox.json"),
        ]);

        var report = AgreementAnalysis.Run(AnnotatorWork.Of([("test_bbox", dataset)]), new());

        Assert.Equal(3, report.Annotators.Length);
        Assert.Equal(5, report.SharedImages);
        Assert.Equal(91, report.ByAnnotator.Sum(annotator => annotator.Annotations));
        Assert.True(report.Objects.Alpha.IsDefined);
    }

    static AgreementReport Run(params string[] works) =>
        AgreementAnalysis.Run(
            AnnotatorWork.Of([
                .. works.Select(
                    (json, i) =>
                        ($"p{i}", DatasetReader.Read([new ReadInput($"p{i}.json", Encoding.UTF8.GetBytes(json))]))
                ),
            ]),
            new()
        );

    /// <summary>COCO with boxes written as <c>image:class:x,y,w,h</c>.</summary>
    internal static string Work(string boxes, int images = 1, string prefix = "img") =>
        $$"""
            {"images": [{{string.Join(
                ",",
                Enumerable
                    .Range(1, images)
                    .Select(i => $$"""{"id": {{i}}, "file_name": "{{prefix}}{{i}}.png", "width": 200, "height": 200}""")
            )}}],
             "categories": [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}, {"id": 3, "name": "c"}],
             "annotations": [{{string.Join(",", boxes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Box))}}]}
            """;

    static string Box(string text, int index)
    {
        var parts = text.Split(':');
        return $$"""
            {"id": {{index + 1}}, "image_id": {{parts[0]}}, "category_id": {{parts[1][0] - 'a' + 1}},
             "bbox": [{{parts[2]}}], "area": 400, "iscrowd": 0, "segmentation": []}
            """;
    }
}
