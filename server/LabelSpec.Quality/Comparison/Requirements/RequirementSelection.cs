namespace LabelSpec.Quality.Comparison;

/// <summary>Which annotations of an image a requirement judged, and whether that makes a score.</summary>
public sealed record RequirementSelection(RequirementReason Reason, RequirementSide Truth, RequirementSide Work)
{
    /// <summary>An image, or no image, without annotations.</summary>
    public static RequirementSelection Empty { get; } =
        new(RequirementReason.NoAnnotations, RequirementSide.Empty, RequirementSide.Empty);

    /// <summary>There is a score; how many there are is not told then.</summary>
    public static RequirementSelection Computed { get; } =
        new(RequirementReason.None, RequirementSide.Empty, RequirementSide.Empty);

    /// <summary>CVAT's <c>_make_requirement_calculation</c>.</summary>
    internal static RequirementSelection Of(RequirementSide truth, RequirementSide work)
    {
        if (truth.Candidates + work.Candidates == 0)
            return new(RequirementReason.NoAnnotations, truth, work);
        if (truth.Selected + work.Selected == 0)
            return new(RequirementReason.FilterNoMatches, truth, work);
        return truth.Selected > 0 && work.Selected > 0 && truth.Missing.Intersect(work.Missing).Any()
            ? new(RequirementReason.RequiredAttributesMissing, truth, work)
            : Computed;
    }
}
