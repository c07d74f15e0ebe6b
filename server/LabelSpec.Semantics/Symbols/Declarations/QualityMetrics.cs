using System.Collections.Immutable;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>The metrics that the <c>quality</c> block may name.</summary>
public static class QualityMetrics
{
    private static readonly NumericRange Share = new(0, 1);
    private static readonly NumericRange NotNegative = new(0, double.PositiveInfinity);

    /// <summary>When an annotation counts as the same as one of the ground truth.</summary>
    public static ImmutableArray<QualityMetric> Matching { get; } =
    [
        new("iou", Unit.Ratio, Share, true, "Intersection over union of the shapes."),
        new("mask_iou", Unit.Ratio, Share, true, "Intersection over union of the masks, pixel by pixel."),
        new("oks", Unit.Ratio, Share, true, "Object keypoint similarity, as COCO defines it."),
        new("iou3d", Unit.Ratio, Share, true, "Intersection over union of cuboids, by volume."),
        new("iou_bev", Unit.Ratio, Share, true, "Intersection over union of cuboids seen from above."),
        new("distance", Unit.Pixel, NotNegative, false, "Distance of points, or of the centres of shapes."),
    ];

    /// <summary>How good work is, compared with ground truth.</summary>
    public static ImmutableArray<QualityMetric> Acceptance { get; } =
    [
        new("accuracy", Unit.Ratio, Share, true, "Correct annotations over all annotations of either side."),
        new("precision", Unit.Ratio, Share, true, "Correct annotations over all annotations of the work."),
        new("recall", Unit.Ratio, Share, true, "Correct annotations over all annotations of the ground truth."),
        new("f1", Unit.Ratio, Share, true, "Harmonic mean of precision and recall."),
        new("iou", Unit.Ratio, Share, true, "Mean intersection over union of matched annotations."),
        new("class_accuracy", Unit.Ratio, Share, true, "Matched annotations of the right class over all matched ones."),
        new("attribute_accuracy", Unit.Ratio, Share, true, "Right attribute values over all of matched annotations."),
        new("map", Unit.Ratio, Share, true, "Mean average precision, as COCO defines it."),
        new("pq", Unit.Ratio, Share, true, "Panoptic quality."),
    ];

    /// <summary>How far annotators agree with each other.</summary>
    public static ImmutableArray<QualityMetric> Agreement { get; } =
    [
        new("alpha", Unit.Ratio, new NumericRange(-1, 1), true, "Krippendorff's alpha."),
        new("kappa", Unit.Ratio, new NumericRange(-1, 1), true, "Cohen's kappa, mean over pairs of annotators."),
        new("fleiss_kappa", Unit.Ratio, new NumericRange(-1, 1), true, "Fleiss' kappa."),
        new("pi", Unit.Ratio, new NumericRange(-1, 1), true, "Scott's pi."),
        new("ac1", Unit.Ratio, new NumericRange(-1, 1), true, "Gwet's AC1."),
        new("percent", Unit.Ratio, Share, true, "Share of equal answers."),
        new("iou", Unit.Ratio, Share, true, "Mean intersection over union of matched annotations of two annotators."),
        new("f1", Unit.Ratio, Share, true, "F1 of one annotator against another, mean over pairs."),
    ];
}
