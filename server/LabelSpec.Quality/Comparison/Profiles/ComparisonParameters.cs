using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// The numbers that a comparison depends on; every report prints them. Names and defaults of the CVAT profiles are those of
/// CVAT's quality settings.
/// </summary>
public sealed record ComparisonParameters
{
    /// <summary>From this similarity on, a pair is a hit: IoU, OKS or the similarity of lines.</summary>
    public double IouThreshold { get; init; } = 0.5;

    /// <summary>Thresholds that depend on the area of the ground truth; goes before <see cref="IouThreshold"/> for areas.</summary>
    public AreaThreshold? IouByArea { get; init; }

    /// <summary>Whether the two thresholds above go before the guideline's: somebody gave them for this comparison.</summary>
    public bool IsIouGiven { get; init; }

    /// <summary>Whether polygons, masks and ellipses are compared by the boxes around them, and so with boxes too.</summary>
    public bool ComparesBounds { get; init; }

    /// <summary>A hit below it is reported as low overlap; 0 reports none.</summary>
    public double LowOverlapThreshold { get; init; } = 0.8;

    /// <summary>σ of OKS, where the guideline gives no σ for a skeleton.</summary>
    public double OksSigma { get; init; } = 0.09;

    /// <summary>What the distance of single points is measured against.</summary>
    public PointScale PointScale { get; init; } = PointScale.GroupBoxSize;

    /// <summary>Width of lines, relative to the square root of the image area.</summary>
    public double LineThickness { get; init; } = 0.01;

    public bool CompareLineOrientation { get; init; } = true;

    /// <summary>By how much the reversed line must be more alike before the direction counts as wrong.</summary>
    public double LineOrientationThreshold { get; init; } = 0.1;

    public bool CompareGroups { get; init; } = true;

    /// <summary>The smallest intersection over union of the members of two groups that are the same group.</summary>
    public double GroupMatchThreshold { get; init; } = 0.5;

    public bool CheckCoveredAnnotations { get; init; } = true;

    /// <summary>The smallest visible share of an annotation that others lie above.</summary>
    public double ObjectVisibilityThreshold { get; init; } = 0.05;

    /// <summary>Whether polygons and masks are compared by what others leave visible of them.</summary>
    public bool PanopticComparison { get; init; } = true;

    public bool CompareAttributes { get; init; } = true;

    /// <summary>How single attributes are compared, by name as files spell it; all others exactly.</summary>
    public ImmutableDictionary<string, AttributeRule> Attributes { get; init; } =
        ImmutableDictionary.Create<string, AttributeRule>(StringComparer.Ordinal);

    /// <summary>Whether an image without annotations counts as one annotation that says "nothing here".</summary>
    public bool EmptyIsAnnotated { get; init; }
}
