using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>Which annotations have to stay inside the image, and the boxes to compare.</summary>
static class BoxFrame
{
    /// <summary>
    /// The box around the annotation as drawn, turned where it is turned, and the image. False where nothing can or need be
    /// compared: no size, no finite box, a box without extent, a class that may leave the image.
    /// </summary>
    public static bool TryGet(DatasetFacts facts, AnnotationTable rows, int row, out Box box, out Box frame)
    {
        box = rows.Boxes[row];
        frame = facts.FrameOf(rows.Images[row]);
        if (frame.IsEmpty || !box.IsFinite || !(box.Width >= 0 && box.Height >= 0))
            return false;
        if (box.Width == 0 && box.Height == 0 && rows.Flags[row].HasFlag(AnnotationFlags.HasStoredBox))
            return false;
        if (rows.Angles[row] != 0)
            box = rows.RotatedBoxOf(row).Bounds;
        return !facts.MayLeaveImage(row);
    }
}
