using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>One annotation with the geometry that it is compared by.</summary>
sealed record ComparedShape
{
    /// <summary>Row in the annotations of its side.</summary>
    public required int Row { get; init; }

    public required int Label { get; init; }

    public required ShapePool Pool { get; init; }

    public required ShapeKind Kind { get; init; }

    /// <summary>The smallest upright box around it; NaN edges for tags.</summary>
    public required Box Bounds { get; init; }

    /// <summary>The box before turning, and its angle.</summary>
    public RotatedBox Turned { get; init; }

    /// <summary>The smallest upright box around the vertices of a polygon, where <see cref="Bounds"/> is that of its pixels.</summary>
    public Box? Outline { get; init; }

    /// <summary>What CVAT takes for the box of a shape: that of a turned box or ellipse as if it were not turned.</summary>
    public Box Upright =>
        Kind is ShapeKind.RotatedBox or ShapeKind.Ellipse
            ? Box.FromCenter(Turned.CenterX, Turned.CenterY, Turned.Width, Turned.Height)
            : Outline ?? Bounds;

    /// <summary>x, y pairs of a polyline or of points.</summary>
    public double[] Coordinates { get; init; } = [];

    public Keypoint[] Keypoints { get; init; } = [];

    public OrientedCuboid? Cuboid { get; init; }

    /// <summary>The pixels that it covers, hidden ones included; null where it covers none, or they were not needed.</summary>
    public RleMask? Mask { get; set; }

    public int ZOrder { get; init; }

    /// <summary>Number of its group in the image, −1 for none.</summary>
    public int Group { get; init; } = -1;

    /// <summary>The smallest upright box around it and all that is grouped with it.</summary>
    public Box GroupBounds { get; set; }

    /// <summary>In px², or m³ for cuboids in space; 0 for shapes that cover nothing.</summary>
    public double Area { get; init; }

    /// <summary>Neither hit nor miss: a crowd, or what the file says to ignore.</summary>
    public bool IsNeutral { get; init; }

    /// <summary>A skeleton without a single labelled point says nothing.</summary>
    public bool IsAbsent => Kind == ShapeKind.Skeleton && !Array.Exists(Keypoints, point => point.IsLabelled);

    public ComparedShape WithCoordinates(double[] coordinates) =>
        this with
        {
            Coordinates = coordinates,
            Bounds = Ring.Bounds(coordinates),
        };

    public ComparedShape WithKeypoints(Keypoint[] keypoints) => this with { Keypoints = keypoints };

    public ComparedShape WithCuboid(OrientedCuboid cuboid) =>
        this with
        {
            Cuboid = cuboid,
            Area = cuboid.Length * cuboid.Width * cuboid.Height,
        };

    public ComparedShape WithMask(ShapePool pool, RleMask? mask) =>
        this with
        {
            Pool = pool,
            Mask = mask,
            Bounds = mask?.Bounds ?? Bounds,
            Area = mask?.Area ?? Area,
        };
}
