namespace LabelSpec.Semantics.Types;

/// <summary>The annotations of one image that share a group id.</summary>
public sealed record GroupType(ClassSet Classes) : LabelType
{
    public override string DisplayName => $"group ({Classes})";
}
