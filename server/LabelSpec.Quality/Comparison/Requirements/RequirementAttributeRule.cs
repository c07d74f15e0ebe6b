namespace LabelSpec.Quality.Comparison;

/// <summary>How one attribute is compared.</summary>
/// <param name="Attribute">Its name.</param>
/// <param name="Label">The label that has it; null for the attributes of that name of all labels.</param>
/// <param name="IsEnabled">Whether it is compared at all.</param>
public sealed record RequirementAttributeRule(string Attribute, string? Label, bool IsEnabled, AttributeRule How)
{
    /// <summary>CVAT's number of the attribute of the label; null where the file names it.</summary>
    public long? SpecId { get; init; }

    internal bool IsOf(string label, string attribute) => Attribute == attribute && (Label is null || Label == label);
}
