using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>CVAT's names of the reasons why there is no score.</summary>
static class RequirementReasons
{
    /// <summary>Null where there is none.</summary>
    public static string? NameOf(RequirementReason reason) =>
        reason switch
        {
            RequirementReason.NoAnnotations => "no_annotations",
            RequirementReason.FilterNoMatches => "filter_no_matches",
            RequirementReason.RequiredAttributesMissing => "required_attributes_missing",
            _ => null,
        };

    /// <summary>For people; null where there is none.</summary>
    public static string? SentenceOf(RequirementSelection selection) =>
        selection.Reason switch
        {
            RequirementReason.NoAnnotations => "neither side has such annotations",
            RequirementReason.FilterNoMatches => "no annotation passes the filter",
            RequirementReason.RequiredAttributesMissing =>
                $"neither side has {string.Join(", ", selection.Truth.Missing.Intersect(selection.Work.Missing).Select(Printable.Of))}",
            _ => null,
        };
}
