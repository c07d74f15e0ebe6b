namespace LabelSpec.Semantics.Types;

/// <summary>
/// An identifier that an annotation file gives: of an annotation, a track or a group. Formats write numbers or text,
/// so both may be compared with it, by <c>==</c> and <c>!=</c> only.
/// </summary>
public sealed record IdType : LabelType
{
    public static readonly IdType Instance = new();

    public override string DisplayName => "id";
}
