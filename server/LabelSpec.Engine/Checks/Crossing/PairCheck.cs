namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>
/// Judges whether annotations of one image repeat each other's place. Each that does is reported once, with one that stands before
/// it: a thousand at one place are a thousand findings, not half a million. Called from many threads at once.
/// </summary>
public abstract class PairCheck(CheckInfo info, CheckContext context) : Check(info, context)
{
    /// <summary>Two boxes of a smaller IoU are different places.</summary>
    public abstract double SmallestIoU { get; }

    /// <summary>Whether the check speaks of an annotation at all.</summary>
    public abstract bool TakesPart(int row);

    /// <summary>Whether annotations of two categories can repeat each other.</summary>
    public abstract bool MayRepeat(int category, int other);

    /// <summary>Whether two annotations with boxes at one place repeat each other, by their exact shapes.</summary>
    public abstract bool Repeats(int first, int second);
}
