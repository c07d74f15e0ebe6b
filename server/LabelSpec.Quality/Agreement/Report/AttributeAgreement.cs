using System.Collections.Immutable;

namespace LabelSpec.Quality.Agreement.Report;

/// <summary>An attribute, over the objects that two or more gave it.</summary>
/// <param name="Name">Name of the attribute.</param>
/// <param name="IsOfImage">Whether images have it.</param>
/// <param name="Items">Objects or images with two or more answers.</param>
/// <param name="Agreement">The coefficients.</param>
/// <param name="Confusions">The pairs of values that stand against each other most often.</param>
public sealed record AttributeAgreement(
    string Name,
    bool IsOfImage,
    int Items,
    TableAgreement Agreement,
    ImmutableArray<Confusion> Confusions
)
{
    /// <summary>Answers without a place on the scale that was asked for; they count as none.</summary>
    public ImmutableArray<string> Outside { get; init; } = [];
}
