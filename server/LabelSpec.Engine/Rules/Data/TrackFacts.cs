namespace LabelSpec.Engine.Rules.Data;

/// <summary>What rules ask of a track.</summary>
/// <param name="Length">Annotations in sight.</param>
/// <param name="Start">Frame of the first of them.</param>
/// <param name="End">Frame of the last of them.</param>
/// <param name="Gaps">Stretches of frames, between first and last, that hold neither an annotation nor a shape that is out of sight.</param>
/// <param name="LongestGap">Frames of the longest such stretch.</param>
/// <param name="Ended">Whether a shape that is out of sight follows the last annotation.</param>
readonly record struct TrackFacts(int Length, int Start, int End, int Gaps, int LongestGap, bool Ended)
{
    public static TrackFacts Of(TrackOrder tracks, int track)
    {
        int length = 0,
            start = -1,
            end = -1,
            gaps = 0,
            longest = 0,
            previous = -1;
        var outside = false;
        foreach (var row in tracks.RowsOf(track))
        {
            var frame = tracks.FrameOf(row);
            // From a shape that is out of sight on, the object is away until the next annotation.
            var missing = length > 0 && !outside ? frame - previous - 1 : 0;
            if (missing > 0)
            {
                gaps++;
                longest = Math.Max(longest, missing);
            }
            previous = frame;
            outside = tracks.IsOutside(row);
            if (outside)
                continue;
            length++;
            start = start < 0 ? frame : start;
            end = frame;
        }
        return new(length, start, end, gaps, longest, outside && length > 0);
    }
}
