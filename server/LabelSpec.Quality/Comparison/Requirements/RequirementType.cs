using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>The annotation type that a quality requirement of CVAT judges; it sees no others.</summary>
/// <param name="Name">CVAT's name.</param>
public sealed record RequirementType(string Name, ShapePool Pool)
{
    public static ImmutableArray<RequirementType> All { get; } =
    [
        new("tag", ShapePool.Tag),
        new("rectangle", ShapePool.Box),
        new("skeleton", ShapePool.Skeleton),
        new("skeleton_keypoint", ShapePool.Points) { IsKeypoint = true },
        new("points", ShapePool.Points),
        new("polyline", ShapePool.Polyline),
        new("mask", ShapePool.Mask),
        new("polygon", ShapePool.Region),
        new("ellipse", ShapePool.Ellipse),
    ];

    /// <summary>The points of skeletons, one by one.</summary>
    public bool IsKeypoint { get; init; }

    public static RequirementType? Find(string name) => All.FirstOrDefault(type => type.Name == name);

    /// <summary>What CVAT calls the annotations of a pool.</summary>
    internal static string NameOf(ShapePool pool) =>
        All.FirstOrDefault(type => type.Pool == pool && !type.IsKeypoint)?.Name ?? "";
}
