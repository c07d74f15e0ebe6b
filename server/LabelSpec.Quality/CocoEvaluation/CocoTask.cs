namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>What predictions are compared by.</summary>
public enum CocoTask
{
    /// <summary>Axis-parallel boxes by IoU (<c>bbox</c>).</summary>
    Boxes,

    /// <summary>Pixels by IoU of run-length masks (<c>segm</c>).</summary>
    Masks,

    /// <summary>Skeletons by object keypoint similarity (<c>keypoints</c>).</summary>
    Keypoints,
}
