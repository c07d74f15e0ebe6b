namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>
/// Judges pairs of annotations of one image whose boxes overlap. All pair checks share one search per image. Called from
/// many threads at once.
/// </summary>
public abstract class PairCheck(CheckInfo info, CheckContext context) : Check(info, context)
{
    /// <summary>Pairs whose boxes have a smaller IoU are not shown to the check.</summary>
    public abstract double SmallestIoU { get; }

    /// <param name="first">The annotation that stands first in its file.</param>
    /// <param name="second">The other one.</param>
    /// <param name="iou">IoU of the boxes.</param>
    /// <param name="report">Where to leave violations.</param>
    public abstract void Judge(int first, int second, double iou, CheckReport report);
}
