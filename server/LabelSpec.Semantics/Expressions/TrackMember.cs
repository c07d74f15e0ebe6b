namespace LabelSpec.Semantics.Expressions;

/// <summary>What every track has.</summary>
public enum TrackMember
{
    Id,
    Length,
    Start,
    End,
    Gaps,
    LongestGap,
    Ended,
}
