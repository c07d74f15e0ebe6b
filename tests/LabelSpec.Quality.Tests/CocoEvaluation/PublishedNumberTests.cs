using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.CocoEvaluation;

/// <summary>
/// Numbers that others publish for files of theirs: cocoapi's fake results (to three digits in its
/// results/val2014_fake_eval_res.txt, in full in the tests of faster_coco_eval), and faster_coco_eval's keypoints, which
/// its tests hold equal for pycocotools.
/// </summary>
public class PublishedNumberTests
{
    const string Folder = "coco/faster-coco-eval/tests/";

    [RealDataFact]
    public void Fake_boxes_of_val2014() =>
        AssertSummary(
            CocoTask.Boxes,
            CocoMode.Strict,
            "dataset/cocoapi/instances_val2014_100.json",
            "dataset/cocoapi/instances_val2014_fakebbox100_results.json",
            0.5045806987249628,
            0.6969727247299577,
            0.5729816669904824,
            0.5856257209410443,
            0.5193996948036719,
            0.5013978986347466,
            0.38681277964578054,
            0.5936795762842003,
            0.595352982877607,
            0.6398109626113442,
            0.5664205978994309,
            0.5642905982905982
        );

    [RealDataFact]
    public void Fake_masks_of_val2014() =>
        AssertSummary(
            CocoTask.Masks,
            CocoMode.Strict,
            "dataset/cocoapi/instances_val2014_100.json",
            "dataset/cocoapi/instances_val2014_fakesegm100_results.json",
            0.3195452758576433,
            0.5622883972521636,
            0.29892653412086784,
            0.3873740315997838,
            0.31018272403369485,
            0.3269339071005138,
            0.2682297225711534,
            0.41544868114906375,
            0.4168394992198818,
            0.4694498622754236,
            0.37675922666197265,
            0.3814715099715099
        );

    [RealDataFact]
    public void Keypoints_of_one_image_of_val2017() =>
        AssertSummary(
            CocoTask.Keypoints,
            CocoMode.Strict,
            "keypoints_dataset/gt_dataset.json",
            "keypoints_dataset/dt_dataset.json",
            0.5048844884488449,
            0.7227722772277227,
            0.6336633663366337,
            0.46633663366336636,
            0.7504950495049505,
            0.5181818181818182,
            0.7272727272727273,
            0.6363636363636364,
            0.4666666666666666,
            0.75
        );

    // There the boxes were taken out of the predictions, so that sizes are those of the masks: our corrected mode.
    [RealDataFact]
    public void Masks_whose_sizes_are_not_those_of_boxes() =>
        AssertSummary(
            CocoTask.Masks,
            CocoMode.Corrected,
            "dataset/gt_dataset.json",
            "dataset/dt_dataset.json",
            0.6947194719471946,
            0.6947194719471946,
            0.6947194719471946,
            -1,
            0.7367986798679867,
            0,
            0.6666666666666666,
            0.75,
            0.75,
            -1,
            0.7916666666666666,
            0
        );

    static void AssertSummary(CocoTask task, CocoMode mode, string truth, string predictions, params double[] expected)
    {
        var input = CocoInputBuilder
            .Build(
                DatasetReader.Read([RealData.PathOf(Folder + truth)]),
                DatasetReader.Read([RealData.PathOf(Folder + predictions)]),
                new(task, mode)
            )
            .Input;
        var summary = CocoSummary.Of(CocoEvaluator.Evaluate(input, CocoSettings.For(task) with { Mode = mode }), task);
        Assert.Equal(expected.Length, summary.Scores.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], summary.Scores[i].Value, 1e-12);
    }
}
