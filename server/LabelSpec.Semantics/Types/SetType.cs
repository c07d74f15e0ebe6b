namespace LabelSpec.Semantics.Types;

/// <summary>A set of texts or of enum values, such as <c>any of a | b</c> or the tags of an image.</summary>
public sealed record SetType(LabelType Element) : LabelType
{
    public override string DisplayName => $"set of {Element.DisplayName}";
}
