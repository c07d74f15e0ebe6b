using System.Collections.Immutable;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>The members of tracks.</summary>
public static class TrackMembers
{
    private static readonly NumericRange NotNegative = new(0, double.PositiveInfinity);

    public static ImmutableArray<MemberInfo<TrackMember>> All { get; } =
    [
        new(TrackMember.Id, "id", IdType.Instance, NumericRange.Everything, [], "The track id in the annotation file."),
        Of(TrackMember.Length, "length", "The number of annotations, at least 1.", new(1, double.PositiveInfinity)),
        Of(TrackMember.Start, "start", "The number of the first frame.", NotNegative),
        Of(TrackMember.End, "end", "The number of the last frame.", NotNegative),
        Of(
            TrackMember.Gaps,
            "gaps",
            "How many stretches of missing frames lie between first and last frame.",
            NotNegative
        ),
        Of(
            TrackMember.LongestGap,
            "longest_gap",
            "The number of frames of the longest such stretch; 0 without one.",
            NotNegative
        ),
        new(
            TrackMember.Ended,
            "ended",
            BoolType.Instance,
            NumericRange.Everything,
            [],
            "The file says that the object is out of sight after the last annotation (CVAT's `outside`)."
        ),
    ];

    private static MemberInfo<TrackMember> Of(TrackMember member, string name, string text, NumericRange range) =>
        new(member, name, NumberType.Count, range, [], text);
}
