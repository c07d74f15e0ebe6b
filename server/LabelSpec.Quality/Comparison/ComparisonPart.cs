namespace LabelSpec.Quality.Comparison;

/// <summary>Some of the images, as they were read and compared.</summary>
/// <param name="Request">What was compared with what.</param>
/// <param name="Pairing">Which images both sides hold.</param>
/// <param name="WithoutLabel">Annotations that were left out, as they name no class.</param>
public sealed record ComparisonPart(ComparisonRequest Request, ImagePairing Pairing, int WithoutLabel);
