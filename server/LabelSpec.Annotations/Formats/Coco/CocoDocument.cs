using System.Collections.Immutable;
using System.Text.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>What <see cref="CocoWriter"/> writes.</summary>
public sealed record CocoDocument(
    ImmutableArray<CocoImageEntry> Images,
    ImmutableArray<CocoCategoryEntry> Categories,
    ImmutableArray<CocoAnnotationEntry> Annotations
);

/// <summary>An element of <c>images</c>; a width or height of 0 is not written.</summary>
public sealed record CocoImageEntry(long Id, string FileName, int Width, int Height)
{
    public ImmutableArray<(string Name, AttributeValue Value)> Attributes { get; init; } = [];
}

/// <summary>An element of <c>categories</c>.</summary>
/// <param name="Skeleton">Pairs of indexes in <paramref name="Keypoints"/>, from 0.</param>
public sealed record CocoCategoryEntry(
    long Id,
    string Name,
    string? Supercategory,
    ImmutableArray<string> Keypoints,
    ImmutableArray<(int From, int To)> Skeleton
);

/// <summary>An element of <c>annotations</c>.</summary>
public sealed record CocoAnnotationEntry
{
    public required long Id { get; init; }

    public required long ImageId { get; init; }

    public required long CategoryId { get; init; }

    /// <summary>In continuous pixels; null for a label of the whole image.</summary>
    public Box? Box { get; init; }

    /// <summary>In square pixels.</summary>
    public double Area { get; init; }

    public bool IsCrowd { get; init; }

    /// <summary>A sentence about the image; such an annotation has no category and no shape.</summary>
    public string? Caption { get; init; }

    /// <summary>x and y in turn, ring by ring.</summary>
    public ImmutableArray<double[]> Polygons { get; init; } = [];

    /// <summary>Goes before <see cref="Polygons"/>.</summary>
    public RleMask? Mask { get; init; }

    public ImmutableArray<Keypoint> Keypoints { get; init; } = [];

    public ImmutableArray<(string Name, AttributeValue Value)> Attributes { get; init; } = [];

    /// <summary>Writes properties that are not COCO's own; null for none.</summary>
    public Action<Utf8JsonWriter>? More { get; init; }
}
