namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Why rows of a data set do not take part in an evaluation as they are.</summary>
public enum CocoInputProblemKind
{
    /// <summary>A prediction names an image that the ground truth has not; it is left out.</summary>
    UnknownImage,

    /// <summary>A prediction names a category that the ground truth has not; it is left out.</summary>
    UnknownCategory,

    /// <summary>A prediction has no score, or one that is no number; it is left out.</summary>
    NoScore,

    /// <summary>An object or prediction has no box, mask or keypoints to compare by; it matches nothing.</summary>
    NoGeometry,

    /// <summary>An object states no area; that of its box is used to tell its size class.</summary>
    NoArea,

    /// <summary>An object has annotation id 0, which pycocotools never counts as found.</summary>
    IdZero,

    /// <summary>Several objects have one id; pycocotools sees the last of them that many times.</summary>
    DuplicateId,

    /// <summary>Two images have one id; they are evaluated as one.</summary>
    DuplicateImage,

    /// <summary>The number of keypoints is not that of the given σ.</summary>
    OtherSkeleton,

    /// <summary>
    /// The predictions list their images, and an image of the ground truth is not among them: its objects count as missed.
    /// </summary>
    ImageWithoutPredictions,

    /// <summary>The predictions list an image that the ground truth has not, and predict nothing in it.</summary>
    ImageWithoutTruth,

    /// <summary>A segment's mask has not the size of its image's other masks; it matches nothing.</summary>
    OtherSize,
}
