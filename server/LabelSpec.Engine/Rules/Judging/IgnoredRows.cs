using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Values;

namespace LabelSpec.Engine.Rules.Judging;

/// <summary>
/// The annotations that no rule judges, as at least half of each lies in annotations of <c>ignore</c> classes; of a shape
/// without area, its centre. The regions themselves are judged, and what is ignored stays in sight of other annotations'
/// rules.
/// </summary>
static class IgnoredRows
{
    /// <summary>Marks the ignored annotations of the image that the frame has entered.</summary>
    /// <param name="data">The data.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="regionSet">The set of ignore classes.</param>
    /// <param name="ignored">A flag for each annotation.</param>
    public static void Mark(JudgedData data, Frame frame, int regionSet, bool[] ignored)
    {
        var regions = frame.Rows.Of(regionSet);
        if (regions.IsEmpty)
            return;
        foreach (var row in data.Annotations.OfImage(frame.Image))
            if (!data.IgnoreClasses[data.Annotations.Categories[row] + 1])
                ignored[row] = frame.Regions.Inside(row, regionSet, regions) == Truth.True;
    }
}
