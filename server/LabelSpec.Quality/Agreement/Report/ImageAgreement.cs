using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Agreement.Report;

/// <summary>One image.</summary>
/// <param name="Name">File name or id.</param>
/// <param name="Annotators">How many looked at it.</param>
/// <param name="Units">Objects that anybody drew.</param>
/// <param name="Disputed">Objects on which not all gave the same answer.</param>
/// <param name="Percent">Share of equal pairs of answers.</param>
/// <param name="Alpha">α within the image.</param>
public sealed record ImageAgreement(
    string Name,
    int Annotators,
    int Units,
    int Disputed,
    Coefficient Percent,
    Coefficient Alpha
);
