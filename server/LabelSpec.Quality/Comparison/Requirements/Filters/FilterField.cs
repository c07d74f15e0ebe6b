namespace LabelSpec.Quality.Comparison;

/// <summary>What a filter can ask of an annotation.</summary>
enum FilterField : byte
{
    /// <summary>Whether it is there at all: the skeleton of a point, the track of a shape.</summary>
    Itself,
    Label,
    Type,
    Area,
    Source,
    Occluded,
    TrackId,
    Outside,
    Keyframe,
    Attribute,
    AttributeName,
    AttributeValue,
}
