namespace LabelSpec.Quality.Comparison;

/// <summary>What is wrong with work, compared with ground truth. The first eight are CVAT's.</summary>
public enum ConflictType
{
    /// <summary>The ground truth has an annotation that the work lacks.</summary>
    MissingAnnotation,

    /// <summary>The work has an annotation that the ground truth lacks.</summary>
    ExtraAnnotation,

    /// <summary>A pair of the same object with different labels.</summary>
    MismatchingLabel,

    /// <summary>A pair of the same object that is placed badly.</summary>
    LowOverlap,

    /// <summary>A line that runs the other way.</summary>
    MismatchingDirection,

    /// <summary>A pair with equal labels and different attribute values.</summary>
    MismatchingAttributes,

    /// <summary>An annotation that is grouped with others than in the ground truth.</summary>
    MismatchingGroups,

    /// <summary>An annotation of the work that others hide.</summary>
    CoveredAnnotation,

    /// <summary>An extra annotation that lies where the ground truth has an object that already has its annotation.</summary>
    DuplicateAnnotation,

    /// <summary>A missing and an extra annotation of one label that nearly are a pair.</summary>
    NearMiss,
}
