namespace LabelSpec.Quality.PanopticQuality;

/// <summary>Why an image cannot be evaluated.</summary>
public enum PanopticProblemKind
{
    /// <summary>The two maps have different numbers of pixels.</summary>
    OtherSize,

    /// <summary>A predicted map has pixels of a segment that its JSON does not describe.</summary>
    UndescribedSegment,

    /// <summary>The JSON of a prediction describes a segment that has no pixel.</summary>
    SegmentWithoutPixels,

    /// <summary>A segment's category is none of those that are evaluated.</summary>
    UnknownCategory,

    /// <summary>Two segments of one map have the same id.</summary>
    DuplicateSegment,
}
