using System.Collections.Immutable;
using System.Text.Json;

namespace LabelSpec.Quality.Comparison;

/// <summary>A key of requirements that sets one of the numbers of a comparison.</summary>
/// <param name="Expected">What its value is, for messages.</param>
/// <param name="Read">What the value changes; null for a value that it cannot have.</param>
sealed record ParameterKey(
    string Name,
    string Expected,
    Func<JsonPart, Func<ComparisonParameters, ComparisonParameters>?> Read
)
{
    public static ImmutableArray<ParameterKey> All { get; } =
    [
        Share("point_size", (parameters, value) => parameters with { OksSigma = value }),
        new(
            "point_size_base",
            "\"image_size\" or \"group_bbox_size\"",
            part =>
                part.Text switch
                {
                    "image_size" => parameters => parameters with { PointScale = PointScale.ImageSize },
                    "group_bbox_size" => parameters => parameters with { PointScale = PointScale.GroupBoxSize },
                    _ => null,
                }
        ),
        Share("line_thickness", (parameters, value) => parameters with { LineThickness = value }),
        Flag("match_orientation", (parameters, value) => parameters with { CompareLineOrientation = value }),
        Share(
            "line_orientation_threshold",
            (parameters, value) => parameters with { LineOrientationThreshold = value }
        ),
        Flag("match_groups", (parameters, value) => parameters with { CompareGroups = value }),
        Share("group_match_threshold", (parameters, value) => parameters with { GroupMatchThreshold = value }),
        Flag("check_covered_annotations", (parameters, value) => parameters with { CheckCoveredAnnotations = value }),
        Share(
            "object_visibility_threshold",
            (parameters, value) => parameters with { ObjectVisibilityThreshold = value }
        ),
        Flag("panoptic_comparison", (parameters, value) => parameters with { PanopticComparison = value }),
    ];

    static ParameterKey Share(string name, Func<ComparisonParameters, double, ComparisonParameters> set) =>
        new(
            name,
            "a number from 0 to 1",
            part =>
                part is { Kind: JsonValueKind.Number, Number: >= 0 and <= 1 and var value }
                    ? parameters => set(parameters, value)
                    : null
        );

    static ParameterKey Flag(string name, Func<ComparisonParameters, bool, ComparisonParameters> set) =>
        new(
            name,
            "true or false",
            part =>
                part.Kind is JsonValueKind.True or JsonValueKind.False
                    ? parameters => set(parameters, part.Kind == JsonValueKind.True)
                    : null
        );
}
