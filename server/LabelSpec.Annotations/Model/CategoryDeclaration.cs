using System.Collections.Immutable;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Model;

/// <summary>
/// A category as one file declares it. A file may declare an id or a name twice, and several files may declare the same
/// name: each stays a declaration of its own, so that the contradiction can be shown.
/// </summary>
public sealed record CategoryDeclaration
{
    public required SourceSpan Span { get; init; }

    public RecordId Id { get; init; } = RecordId.None;

    /// <summary>Null where the file gives none.</summary>
    public string? Name { get; init; }

    public string? Supercategory { get; init; }

    /// <summary>Whether its objects are countable things or stuff (COCO panoptic <c>isthing</c>); null where the file does not say.</summary>
    public bool? IsThing { get; init; }

    /// <summary>Names of the keypoints in the order in which annotations store them.</summary>
    public ImmutableArray<string> Keypoints { get; init; } = [];

    /// <summary>Pairs of indexes in <see cref="Keypoints"/>, from 0; an index that the file has wrong stays out of range.</summary>
    public ImmutableArray<(int From, int To)> Skeleton { get; init; } = [];

    /// <summary>For each keypoint its mirror image, from 0 (YOLO <c>flip_idx</c>).</summary>
    public ImmutableArray<int> FlippedKeypoints { get; init; } = [];

    /// <summary>The number of annotations that the file states (LVIS <c>instance_count</c>); −1 where it states none.</summary>
    public int StoredAnnotationCount { get; init; } = -1;

    /// <summary>The number of images with annotations that the file states (LVIS <c>image_count</c>); −1 for none.</summary>
    public int StoredImageCount { get; init; } = -1;

    /// <summary>The attributes that the file says annotations of this category have.</summary>
    public ImmutableArray<AttributeDeclaration> Attributes { get; init; } = [];

    /// <summary>The only shape that the file allows, <see cref="ShapeKind.None"/> for any.</summary>
    public ShapeKind Shape { get; init; }
}
