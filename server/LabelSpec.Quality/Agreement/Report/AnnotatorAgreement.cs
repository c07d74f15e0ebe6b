using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Agreement.Report;

/// <summary>One annotator among the others.</summary>
/// <param name="Name">As reports call them.</param>
/// <param name="Images">Images they looked at.</param>
/// <param name="Annotations">What they drew in them.</param>
/// <param name="Alone">Objects that nobody else drew, in images that others looked at.</param>
/// <param name="Missed">Objects that two or more others drew and they did not.</param>
/// <param name="AlphaWithout">α of the others.</param>
/// <param name="Vitality">α − α without them: below 0, the others agree better alone. Null with two annotators.</param>
public sealed record AnnotatorAgreement(
    string Name,
    int Images,
    int Annotations,
    int Alone,
    int Missed,
    Coefficient? AlphaWithout,
    double? Vitality
);
