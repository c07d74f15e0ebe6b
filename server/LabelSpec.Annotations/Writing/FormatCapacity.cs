using System.Collections.Immutable;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Writing;

/// <summary>What a format has a place for. Everything else is lost when data is written in it.</summary>
public sealed record FormatCapacity
{
    /// <summary>What programs for drawing have: boxes, turned ones too, polygons and lines.</summary>
    public static ImmutableArray<ShapeKind> Drawn { get; } =
    [ShapeKind.Box, ShapeKind.RotatedBox, ShapeKind.Polygon, ShapeKind.Polyline, ShapeKind.Ellipse, ShapeKind.Mask];

    public required ImmutableArray<ShapeKind> Shapes { get; init; }

    public AttributeRoom Attributes { get; init; }

    /// <summary>Texts that can be written beside yes and no.</summary>
    public ImmutableArray<string> AttributeNames { get; init; } = [];

    public bool Holds(string attribute, AttributeValue value) =>
        Attributes switch
        {
            AttributeRoom.None => false,
            AttributeRoom.Flags => value.Kind == AttributeValueKind.Bool
                || (value.Kind == AttributeValueKind.Text && AttributeNames.Contains(attribute)),
            AttributeRoom.FlagsAndTexts => value.Kind is AttributeValueKind.Bool or AttributeValueKind.Text,
            _ => true,
        };

    /// <summary>Cuboids that are drawn in the picture, as two faces.</summary>
    public bool DrawnCuboids { get; init; }

    /// <summary>Cuboids in space: a centre, a turn and sizes.</summary>
    public bool CuboidsInSpace { get; init; }

    /// <summary>Polygons of several rings.</summary>
    public bool Parts { get; init; }

    /// <summary>A box that is stored beside a polygon or keypoints.</summary>
    public bool BoxBesideShape { get; init; }

    /// <summary>A box that is stored beside keypoints alone.</summary>
    public bool BoxBesideKeypoints { get; init; }

    /// <summary>Whether a box may stand beside a shape.</summary>
    public bool HoldsBoxBeside(ShapeKind shape) =>
        BoxBesideShape || (BoxBesideKeypoints && shape == ShapeKind.Skeleton);

    /// <summary>A polygon or mask that is stored beside keypoints.</summary>
    public bool RingsBesideKeypoints { get; init; }

    public bool Ids { get; init; }

    /// <summary>Ids that are texts and no numbers.</summary>
    public bool TextIds { get; init; }

    public bool Scores { get; init; }

    public bool Crowds { get; init; }

    public bool Groups { get; init; }

    public bool ZOrders { get; init; }

    public bool Tracks { get; init; }

    /// <summary>Marks to be neither hit nor miss.</summary>
    public bool Ignores { get; init; }

    /// <summary>Masks without a single pixel.</summary>
    public bool EmptyMasks { get; init; }

    /// <summary>Masks are pixels of one picture for each image: each pixel is of one object, and there are at most 254.</summary>
    public bool MasksInPictures { get; init; }

    /// <summary>Ellipses that are turned.</summary>
    public bool TurnedEllipses { get; init; }

    /// <summary>Several points in one annotation.</summary>
    public bool PointsTogether { get; init; }

    /// <summary>Names of keypoints; of a skeleton also its edges where <see cref="SkeletonEdges"/> says so.</summary>
    public bool KeypointNames { get; init; }

    public bool SkeletonEdges { get; init; }

    /// <summary>Annotations have their own label of the image, and no more than one.</summary>
    public bool OneLabelPerImage { get; init; }

    /// <summary>Coordinates are shares of an image's size, so that the size may be unknown.</summary>
    public bool Shares { get; init; }

    /// <summary>Splits that can be written, or any with <see cref="AnySplit"/>.</summary>
    public ImmutableArray<string> Splits { get; init; } = [];

    public bool AnySplit { get; init; }

    public bool HoldsSplit(string split) => AnySplit || Splits.Contains(split);

    public bool ImageSizes { get; init; }

    /// <summary>Sizes also of images without annotations.</summary>
    public bool SizesOfEmptyImages { get; init; } = true;

    public bool ImageAttributes { get; init; }

    public bool Supercategories { get; init; }

    /// <summary>Categories that no annotation has.</summary>
    public bool UnusedCategories { get; init; }
}
