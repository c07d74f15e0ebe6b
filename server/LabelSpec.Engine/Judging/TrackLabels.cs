using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks.Categories;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>
/// The class of a track stands in its file once, and what is wrong with it is one finding at that place, not one for each of its shapes.
/// </summary>
static class TrackLabels
{
    /// <param name="violations">In the order of what comes out; the first of a track stays.</param>
    /// <param name="sources">What judged, by number.</param>
    /// <param name="dataset">What was judged.</param>
    public static Violation[] Once(Violation[] violations, ImmutableArray<ViolationSource> sources, Dataset dataset)
    {
        if (dataset.Tracks.Count == 0)
            return violations;
        var seen = new HashSet<(int Source, int Track)>();
        return Array.FindAll(
            violations,
            violation =>
                sources[violation.Source] is not ClassCheck
                || DeclaringTrack(violation.Subject) is not { } track
                || seen.Add((violation.Source, track))
        );

        int? DeclaringTrack(int row) =>
            dataset.Annotations.Tracks[row] is var track
            && track >= 0
            && dataset.Tracks[track].Category is var category
            && category >= 0
            && category == dataset.Annotations.Categories[row]
                ? track
                : null;
    }
}
