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

    /// <summary>Whether annotations of one category are compared with each other, or those of different ones.</summary>
    public abstract bool IsWithinCategories { get; }

    /// <summary>Whether annotations of two different categories can repeat each other; asked only where those are compared.</summary>
    public virtual bool MayRepeat(int category, int other) => true;

    /// <summary>Whether two annotations with boxes at one place repeat each other, by their exact shapes.</summary>
    public abstract bool Repeats(int first, int second);
}
