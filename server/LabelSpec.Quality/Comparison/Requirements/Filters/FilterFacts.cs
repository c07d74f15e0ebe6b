namespace LabelSpec.Quality.Comparison;

/// <summary>What filters can ask of one annotation (CVAT, <c>_ShapeFilterContext</c>).</summary>
sealed class FilterFacts
{
    /// <summary>As its file names it, a point of a skeleton by its own name.</summary>
    public required string Label { get; init; }

    public required string Type { get; init; }

    /// <summary>In px²: of boxes and ellipses as drawn, of polygons and masks the pixels, of lines and points 0; null for tags.</summary>
    public required double? Area { get; init; }

    /// <summary>Its attributes, and what CVAT notes among them: occlusion, rotation, track.</summary>
    public required IReadOnlyList<(string Name, FilterValue Value)> Attributes { get; init; }

    public FilterValue ValueOf(FilterField field) =>
        field switch
        {
            FilterField.Label => FilterValue.Of(Label),
            FilterField.Type => FilterValue.Of(Type),
            FilterField.Area => Area is { } area ? FilterValue.Of(area) : FilterValue.Missing,
            FilterField.Source => AttributeOf("source"),
            FilterField.Occluded => AttributeOf("occluded"),
            FilterField.TrackId => AttributeOf(FilterFactsReader.TrackId),
            FilterField.Outside => AttributeOf(FilterFactsReader.Outside),
            FilterField.Keyframe => AttributeOf(FilterFactsReader.Keyframe),
            _ => FilterValue.Thing,
        };

    FilterValue AttributeOf(string name)
    {
        foreach (var attribute in Attributes)
            if (attribute.Name == name)
                return attribute.Value;
        return FilterValue.Missing;
    }
}
