using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks.Coordinates;

/// <summary>Where boxes of some files touch the edges of their images, to the pixel.</summary>
sealed class OriginTally : IEvidence<OriginTally>
{
    public long Boxes { get; private set; }

    /// <summary>Boxes that begin at the first possible place of coordinates from 0.</summary>
    public long FromZero { get; private set; }

    /// <summary>Boxes that begin at 1 in one direction.</summary>
    public long FromOne { get; private set; }

    /// <summary>Boxes that end exactly at the image's width or height.</summary>
    public long ToSize { get; private set; }

    /// <summary>Boxes that end one pixel beyond the image's width or height, and not farther.</summary>
    public long OneBeyond { get; private set; }

    public long Fractional { get; private set; }

    /// <summary>The first box that ends one pixel beyond; the first box without one.</summary>
    public int Example { get; private set; } = int.MaxValue;

    public int FirstBox { get; private set; } = int.MaxValue;

    public void Add(Box box, Box frame, int row)
    {
        Boxes++;
        FirstBox = Math.Min(FirstBox, row);
        var first = Math.Min(box.Left, box.Top);
        FromZero += first is >= 0 and < 1 ? 1 : 0;
        FromOne += first == 1 ? 1 : 0;
        Fractional += StoredBox.Of(box, BoxLayout.TwoCorners).IsFractional ? 1 : 0;
        var (beyondX, beyondY) = (box.Right - frame.Width, box.Bottom - frame.Height);
        ToSize += beyondX == 0 || beyondY == 0 ? 1 : 0;
        if (Math.Max(beyondX, beyondY) != 1)
            return;
        OneBeyond++;
        Example = Math.Min(Example, row);
    }

    public void Add(OriginTally other)
    {
        Boxes += other.Boxes;
        FromZero += other.FromZero;
        FromOne += other.FromOne;
        ToSize += other.ToSize;
        OneBeyond += other.OneBeyond;
        Fractional += other.Fractional;
        Example = Math.Min(Example, other.Example);
        FirstBox = Math.Min(FirstBox, other.FirstBox);
    }
}
