using System.Globalization;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Gathers what filters ask of annotations. Values have the type that the file declares, as in CVAT
/// (<c>CvatToDmAnnotationConverter._convert_attrs</c>): numbers and truth values are such, all else is text, and an absent value
/// is the declared default.
/// </summary>
static class FilterFactsReader
{
    public const string TrackId = "track_id";
    public const string Outside = "outside";
    public const string Keyframe = "keyframe";

    public static FilterFacts Of(Dataset dataset, ComparedShape shape)
    {
        var attributes = AttributesOf(dataset, shape.Row);
        if (shape.Kind is ShapeKind.Box or ShapeKind.RotatedBox or ShapeKind.Ellipse)
            attributes.Add(("rotation", FilterValue.Of(shape.Turned.AngleDegrees)));
        AddTrack(dataset, shape.Row, attributes);
        return new()
        {
            Label = LabelOf(dataset, shape.Row),
            Type = RequirementType.NameOf(shape.Pool),
            Area = AreaOf(shape),
            Attributes = attributes,
        };
    }

    /// <summary>Of a point of a skeleton, which has where it comes from and its track from the skeleton.</summary>
    /// <param name="name">The label of the point.</param>
    public static FilterFacts OfPoint(Dataset dataset, ComparedShape point, string name)
    {
        List<(string, FilterValue)> attributes =
        [
            ("occluded", FilterValue.Of(!point.Keypoints[0].IsVisible)),
            (Outside, FilterValue.Of(false)),
        ];
        if (
            dataset.Annotations.Attributes.Find("source") is { } column
            && column.TryGet(point.Row, out var source)
            && source.Kind != AttributeValueKind.Null
        )
            attributes.Add(("source", Typed(source, "")));
        AddTrack(dataset, point.Row, attributes);
        return new()
        {
            Label = name,
            Type = RequirementType.NameOf(ShapePool.Points),
            Area = 0,
            Attributes = attributes,
        };
    }

    static double? AreaOf(ComparedShape shape) =>
        shape.Pool switch
        {
            ShapePool.Tag => null,
            ShapePool.Box => shape.Upright.Area,
            ShapePool.Ellipse => Math.PI / 4 * shape.Upright.Area,
            ShapePool.Region or ShapePool.Mask => shape.Area,
            _ => 0,
        };

    static string LabelOf(Dataset dataset, int row) =>
        dataset.Annotations.Categories[row] is >= 0 and var category ? dataset.Categories.NameOf(category) : "";

    static List<(string, FilterValue)> AttributesOf(Dataset dataset, int row)
    {
        var category = dataset.Annotations.Categories[row];
        var declared = category < 0 ? [] : dataset.Categories.DeclarationOf(category)?.Attributes ?? [];
        var attributes = new List<(string, FilterValue)>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in dataset.Annotations.Attributes.Columns)
            if (column.TryGet(row, out var value) && value.Kind != AttributeValueKind.Null && known.Add(column.Name))
                attributes.Add(
                    (column.Name, Typed(value, declared.FirstOrDefault(each => each.Name == column.Name)?.InputType))
                );
        foreach (var attribute in declared)
            if (attribute.Default is { } fallback && known.Add(attribute.Name))
                attributes.Add((attribute.Name, Typed(AttributeValue.Of(fallback), attribute.InputType)));
        return attributes;
    }

    // A shape that is outside is not compared, so that none that is asked is.
    static void AddTrack(Dataset dataset, int row, List<(string Name, FilterValue Value)> attributes)
    {
        if (dataset.Annotations.Tracks[row] is not (>= 0 and var track))
            return;
        attributes.RemoveAll(attribute => attribute.Name is TrackId or Keyframe or Outside);
        var id = dataset.Tracks[track].Id;
        attributes.Add(
            (
                TrackId,
                id.IsNone ? FilterValue.Of(track)
                : id.IsText ? FilterValue.Of(dataset.IdTexts.Show(id))
                : FilterValue.Of((double)id.Value)
            )
        );
        attributes.Add((Keyframe, FilterValue.Of(dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.Keyframe))));
        attributes.Add((Outside, FilterValue.Of(false)));
    }

    static FilterValue Typed(AttributeValue value, string? inputType) =>
        inputType switch
        {
            "number"
                when double.TryParse(
                    value.ToString(),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => FilterValue.Of(number),
            "checkbox" => FilterValue.Of(string.Equals(value.ToString(), "true", StringComparison.OrdinalIgnoreCase)),
            _ => value.Kind switch
            {
                AttributeValueKind.Bool => FilterValue.Of(value.AsBool),
                AttributeValueKind.Number => FilterValue.Of(value.AsNumber),
                _ => FilterValue.Of(value.ToString()),
            },
        };
}
