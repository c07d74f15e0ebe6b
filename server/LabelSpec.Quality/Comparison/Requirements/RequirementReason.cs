namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Why a requirement has no score, the least grave first: of several images the gravest counts, and a single image that could be
/// computed more than all of them (CVAT, <c>select_requirement_calculation</c>).
/// </summary>
public enum RequirementReason
{
    /// <summary>Neither side has an annotation of the type.</summary>
    NoAnnotations,

    /// <summary>None of them passes the filter.</summary>
    FilterNoMatches,

    /// <summary>An attribute that is compared is missing on both sides.</summary>
    RequiredAttributesMissing,

    /// <summary>None: it has a score.</summary>
    None,
}
