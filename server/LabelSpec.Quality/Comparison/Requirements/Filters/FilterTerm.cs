using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>A variable of filters, such as <c>shape.skeleton.track.attribute.value</c> (CVAT, <c>_LOOKUP_FIELDS</c>).</summary>
/// <param name="Name">As filters write it.</param>
/// <param name="OfSkeleton">It asks the skeleton of a point instead of the point.</param>
/// <param name="OfTrack">It asks nothing where there is no track.</param>
sealed record FilterTerm(string Name, bool OfSkeleton, bool OfTrack, FilterField Field)
{
    static readonly (string Suffix, FilterField Field)[] Fields =
    [
        (".label", FilterField.Label),
        (".type", FilterField.Type),
        (".area", FilterField.Area),
        (".source", FilterField.Source),
        (".occluded", FilterField.Occluded),
        (".track_id", FilterField.TrackId),
        (".outside", FilterField.Outside),
        (".keyframe", FilterField.Keyframe),
        (".attribute", FilterField.Attribute),
        (".attribute.name", FilterField.AttributeName),
        (".attribute.value", FilterField.AttributeValue),
    ];

    static readonly ImmutableArray<FilterTerm> OfShapes =
    [
        .. Of("shape", false, false),
        new("shape.track", false, false, FilterField.TrackId),
        .. Of("shape.track", false, true),
    ];

    static readonly ImmutableArray<FilterTerm> OfPoints =
    [
        .. OfShapes,
        new("shape.skeleton", true, false, FilterField.Itself),
        .. Of("shape.skeleton", true, false),
        new("shape.skeleton.track", true, false, FilterField.TrackId),
        .. Of("shape.skeleton.track", true, true),
    ];

    /// <summary>Which of the four lists of attributes it asks: those of shape or skeleton, by track or not.</summary>
    public int AttributeList => (OfSkeleton ? 2 : 0) + (OfTrack ? 1 : 0);

    public bool IsOfAttribute =>
        Field is FilterField.Attribute or FilterField.AttributeName or FilterField.AttributeValue;

    /// <summary>The variables that filters of a type have: only points of skeletons have a skeleton.</summary>
    public static ImmutableArray<FilterTerm> AllOf(RequirementType type) => type.IsKeypoint ? OfPoints : OfShapes;

    static IEnumerable<FilterTerm> Of(string prefix, bool ofSkeleton, bool ofTrack) =>
        Fields.Select(field => new FilterTerm(prefix + field.Suffix, ofSkeleton, ofTrack, field.Field));
}
