using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

static class MaskPixels
{
    /// <summary>Whether the pixel that a point lies in is set.</summary>
    public static bool Covers(this RleMask mask, Point point)
    {
        if (!(point.X >= 0 && point.Y >= 0 && point.X < mask.Width && point.Y < mask.Height))
            return false;
        var pixel = (long)point.X * mask.Height + (long)point.Y;
        for (var run = 0; run < mask.Runs.Length; run++)
        {
            pixel -= mask.Runs[run];
            if (pixel < 0)
                return run % 2 == 1;
        }
        return false;
    }
}
