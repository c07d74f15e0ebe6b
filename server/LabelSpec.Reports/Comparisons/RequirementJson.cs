using System.Text.Json;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>A requirement with all that it inherits, by the names of CVAT's interface.</summary>
static class RequirementJson
{
    public static void Write(Utf8JsonWriter json, Requirement requirement)
    {
        var parameters = requirement.Parameters;
        json.WriteString("name", requirement.Name);
        WriteNumber(json, "requirement_id", requirement.Id);
        WriteNumber(json, "parent_requirement", requirement.ParentId);
        json.WriteNumber("sort_order", requirement.SortOrder);
        json.WriteBoolean("enabled", requirement.IsEnabled);
        json.WriteString("annotation_type", requirement.Type.Name);
        json.WriteString("filter", requirement.Filter.Text);
        json.WriteString("metric", requirement.Metric.Name);
        json.WriteNumber("required_score", requirement.RequiredScore);
        WriteThreshold(json, parameters);
        json.WriteNumber("point_size", parameters.OksSigma);
        json.WriteString("point_size_base", ParameterJson.NameOf(parameters.PointScale));
        json.WriteNumber("line_thickness", parameters.LineThickness);
        json.WriteBoolean("match_orientation", parameters.CompareLineOrientation);
        json.WriteNumber("line_orientation_threshold", parameters.LineOrientationThreshold);
        json.WriteBoolean("match_groups", parameters.CompareGroups);
        json.WriteNumber("group_match_threshold", parameters.GroupMatchThreshold);
        json.WriteBoolean("check_covered_annotations", parameters.CheckCoveredAnnotations);
        json.WriteNumber("object_visibility_threshold", parameters.ObjectVisibilityThreshold);
        json.WriteBoolean("panoptic_comparison", parameters.PanopticComparison);
        WriteAttributes(json, requirement.Attributes);
    }

    static void WriteThreshold(Utf8JsonWriter json, ComparisonParameters parameters)
    {
        if (parameters.IouByArea is not { } curve)
        {
            json.WriteNumber("iou_threshold", parameters.IouThreshold);
            return;
        }

        json.WriteStartObject("iou_threshold");
        json.WriteString("type", "iou");
        json.WriteString("mode", "linear");
        json.WriteString("input", "gt.shape_area");
        json.WriteString("extrapolation", "clamp");
        json.WriteStartArray("points");
        foreach (var (area, threshold) in curve.Points)
        {
            json.WriteStartObject();
            json.WriteNumber("x", area);
            json.WriteNumber("y", threshold);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteAttributes(Utf8JsonWriter json, RequirementAttributes attributes)
    {
        json.WriteStartObject("attribute_comparison");
        json.WriteStartObject("default");
        json.WriteBoolean("enabled", attributes.ComparesOthers);
        WriteRule(json, attributes.Default);
        json.WriteEndObject();
        json.WriteStartArray("rules");
        foreach (var rule in attributes.Rules)
        {
            json.WriteStartObject();
            if (rule.SpecId is { } specId)
                json.WriteNumber("spec_id", specId);
            else
            {
                json.WriteString("name", rule.Attribute);
                if (rule.Label is not null)
                    json.WriteString("label", rule.Label);
            }

            json.WriteBoolean("enabled", rule.IsEnabled);
            WriteRule(json, rule.How);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteRule(Utf8JsonWriter json, AttributeRule rule)
    {
        json.WriteString("comparator", rule.Comparator == AttributeComparator.Levenshtein ? "levenshtein" : "exact");
        if (rule.Comparator == AttributeComparator.Levenshtein)
            json.WriteNumber("threshold", rule.Limit);
    }

    static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
