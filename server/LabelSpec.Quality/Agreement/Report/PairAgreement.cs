using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Agreement.Report;

/// <summary>Two annotators.</summary>
/// <param name="First">Index of an annotator.</param>
/// <param name="Second">Index of another.</param>
/// <param name="Images">Images that both looked at.</param>
/// <param name="Alpha">α of the two.</param>
/// <param name="Cohen">Cohen's κ of the two.</param>
/// <param name="F1">2 · objects of both with one class / (annotations of the one + of the other); NaN for no annotations.</param>
/// <param name="MeanOverlap">Mean IoU of the objects that both drew; NaN for none.</param>
/// <param name="Errors">
/// What the second did otherwise than the first, in the kinds of TIDE, with the first as ground truth: a description, not
/// a judgement on who is right.
/// </param>
public sealed record PairAgreement(
    int First,
    int Second,
    int Images,
    Coefficient Alpha,
    Coefficient Cohen,
    double F1,
    double MeanOverlap,
    ImmutableArray<(TideErrorKind Kind, int Count)> Errors
);
