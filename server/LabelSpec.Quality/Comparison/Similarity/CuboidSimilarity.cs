using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>Boxes in space, turned about the vertical axis: intersection over union of their volumes or of their footprints.</summary>
sealed class CuboidSimilarity(bool fromAbove) : ISimilarity
{
    public bool NeedsOverlap => false;

    public double Of(ShapeUnit truth, ShapeUnit work, Canvas canvas)
    {
        if (truth.First.Cuboid is not { } a || work.First.Cuboid is not { } b)
            return 0;
        return fromAbove ? Upright(a).GroundIoU(Upright(b)) : Upright(a).IoU(Upright(b));
    }

    static Cuboid Upright(OrientedCuboid box)
    {
        var (_, _, yaw) = box.Rotation.ToEuler();
        return new(box.CenterX, box.CenterY, box.CenterZ, box.Length, box.Width, box.Height, yaw);
    }
}
