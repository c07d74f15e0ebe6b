using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks.Coordinates;

/// <summary>For the boxes of some files, how many make sense in each way of understanding their numbers.</summary>
sealed class CoordinateTally : IEvidence<CoordinateTally>
{
    public const int Readings = (int)CoordinateReading.Percent + 1;

    /// <summary>In shares of the image; boxes may be drawn a little over its edges.</summary>
    const double Tolerance = 0.01;

    /// <summary>In pixels; images that are smaller than this cannot tell shares and percent from pixels.</summary>
    const double SmallestSide = 200;

    readonly long[] fits = new long[Readings];
    readonly int[] firstMisfit = new int[Readings];
    double rightmost;
    double lowest;

    public CoordinateTally() => Array.Fill(firstMisfit, int.MaxValue);

    public long Boxes { get; private set; }

    /// <summary>Boxes that fit their image as the format says.</summary>
    public long Fitting { get; private set; }

    public bool AnyFraction { get; private set; }

    /// <summary>The first box that does not fit as the format says, but does in another way; null without one.</summary>
    public int? Example(CoordinateReading reading) =>
        firstMisfit[(int)reading] is var row && row < int.MaxValue ? row : null;

    public long FitsOf(CoordinateReading reading) => fits[(int)reading];

    /// <summary>Whether boxes that could be percent reach far towards 100 in both directions.</summary>
    public bool ReachesHundred => rightmost is > 80 and <= 100.5 && lowest is > 80 and <= 100.5;

    public void Add(Box box, Box frame, BoxLayout layout, int row)
    {
        Boxes++;
        var fitsAsStated = Fits(box, frame.Width, frame.Height);
        Fitting += fitsAsStated ? 1 : 0;
        var stored = StoredBox.Of(box, layout);
        rightmost = Math.Max(rightmost, box.Right);
        lowest = Math.Max(lowest, box.Bottom);
        AnyFraction |= !AnyFraction && stored.IsFractional;
        if (Math.Min(frame.Width, frame.Height) >= SmallestSide)
        {
            Count(CoordinateReading.Shares, stored.Smallest >= -Tolerance && stored.Largest <= 1 + Tolerance, row);
            Count(CoordinateReading.Percent, stored.Smallest >= 0 && Math.Max(box.Right, box.Bottom) <= 100.5, row);
        }

        for (var other = BoxLayout.CornerAndSize; other <= BoxLayout.CentreAndSize; other++)
            if (other != layout)
                Try((CoordinateReading)(other - 1), stored.ToBox(other), frame.Width, frame.Height, fitsAsStated, row);
        Try(CoordinateReading.Swapped, box, frame.Height, frame.Width, fitsAsStated, row);
    }

    public void Add(CoordinateTally other)
    {
        Boxes += other.Boxes;
        Fitting += other.Fitting;
        AnyFraction |= other.AnyFraction;
        rightmost = Math.Max(rightmost, other.rightmost);
        lowest = Math.Max(lowest, other.lowest);
        for (var reading = 0; reading < Readings; reading++)
        {
            fits[reading] += other.fits[reading];
            firstMisfit[reading] = Math.Min(firstMisfit[reading], other.firstMisfit[reading]);
        }
    }

    void Try(CoordinateReading reading, Box box, double width, double height, bool fitsAsStated, int row)
    {
        if (!Fits(box, width, height))
            return;
        fits[(int)reading]++;
        if (!fitsAsStated)
            firstMisfit[(int)reading] = Math.Min(firstMisfit[(int)reading], row);
    }

    void Count(CoordinateReading reading, bool isSo, int row)
    {
        if (!isSo)
            return;
        fits[(int)reading]++;
        firstMisfit[(int)reading] = Math.Min(firstMisfit[(int)reading], row);
    }

    static bool Fits(Box box, double width, double height)
    {
        var (slackX, slackY) = (Tolerance * width, Tolerance * height);
        return box.Width > 0
            && box.Height > 0
            && box.Left >= -slackX
            && box.Top >= -slackY
            && box.Right <= width + slackX
            && box.Bottom <= height + slackY;
    }
}
