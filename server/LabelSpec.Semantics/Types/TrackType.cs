namespace LabelSpec.Semantics.Types;

/// <summary>All annotations of one track.</summary>
public sealed record TrackType(ClassSet Classes) : LabelType
{
    public override string DisplayName => $"track ({Classes})";
}
