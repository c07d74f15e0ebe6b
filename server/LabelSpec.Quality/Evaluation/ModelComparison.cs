using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Evaluation;

/// <summary>Whether one model is better than another, on the same images.</summary>
/// <param name="Metric">Name of the number.</param>
/// <param name="Value">Of the model.</param>
/// <param name="Other">Of the other.</param>
/// <param name="Interval">Bootstrap interval of the difference, model − other, over images.</param>
/// <param name="PermutationP">
/// The share of random exchanges of the two models' predictions, image by image, that differ by as much or more: small
/// where chance does not explain the difference.
/// </param>
public sealed record ModelComparison(
    string Metric,
    double Value,
    double Other,
    BootstrapInterval Interval,
    double PermutationP
)
{
    public double Difference => Value - Other;
}
