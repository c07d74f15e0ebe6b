namespace LabelSpec.Geometry;

/// <summary>How far annotators place each keypoint apart, relative to object size (the σ of OKS).</summary>
public static class KeypointSigmas
{
    // Tenths divided here, not written as decimals: the quotients are the doubles that pycocotools uses.
    static readonly double[] Person =
    [
        .26 / 10,
        .25 / 10,
        .25 / 10,
        .35 / 10,
        .35 / 10,
        .79 / 10,
        .79 / 10,
        .72 / 10,
        .72 / 10,
        .62 / 10,
        .62 / 10,
        1.07 / 10,
        1.07 / 10,
        .87 / 10,
        .87 / 10,
        .89 / 10,
        .89 / 10,
    ];

    /// <summary>The 17 COCO person keypoints, nose to ankles (cocoeval.py, <c>kpt_oks_sigmas</c>).</summary>
    public static ReadOnlySpan<double> CocoPerson => Person;
}
