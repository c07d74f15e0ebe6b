using System.Text.Json;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>The parameters of a comparison, by CVAT's names for those that CVAT has.</summary>
static class ParameterJson
{
    public static void Write(Utf8JsonWriter json, ComparisonParameters parameters)
    {
        json.WriteNumber("iou_threshold", parameters.IouThreshold);
        if (parameters.IouByArea is { } byArea)
            json.WriteString("iou_by_area", byArea.ToString());
        if (parameters.ComparesBounds)
            json.WriteBoolean("bounds", true);
        json.WriteNumber("low_overlap_threshold", parameters.LowOverlapThreshold);
        json.WriteNumber("oks_sigma", parameters.OksSigma);
        json.WriteString("point_size_base", NameOf(parameters.PointScale));
        json.WriteNumber("line_thickness", parameters.LineThickness);
        json.WriteBoolean("compare_line_orientation", parameters.CompareLineOrientation);
        json.WriteNumber("line_orientation_threshold", parameters.LineOrientationThreshold);
        json.WriteBoolean("compare_groups", parameters.CompareGroups);
        json.WriteNumber("group_match_threshold", parameters.GroupMatchThreshold);
        json.WriteBoolean("check_covered_annotations", parameters.CheckCoveredAnnotations);
        json.WriteNumber("object_visibility_threshold", parameters.ObjectVisibilityThreshold);
        json.WriteBoolean("panoptic_comparison", parameters.PanopticComparison);
        json.WriteBoolean("compare_attributes", parameters.CompareAttributes);
        json.WriteStartArray("ignored_attributes");
        foreach (var (name, rule) in parameters.Attributes.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            if (rule.Comparator == AttributeComparator.Off)
                json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteBoolean("empty_is_annotated", parameters.EmptyIsAnnotated);
    }

    /// <summary>CVAT's name.</summary>
    public static string NameOf(PointScale scale) => scale == PointScale.ImageSize ? "image_size" : "group_bbox_size";
}
