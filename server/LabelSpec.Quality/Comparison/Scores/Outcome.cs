namespace LabelSpec.Quality.Comparison;

/// <summary>
/// A pair, a missing annotation (<c>Work</c> −1) or an extra one (<c>Truth</c> −1).
/// </summary>
/// <param name="Truth">Row in the annotations of the ground truth.</param>
/// <param name="Work">Row in the annotations of the work.</param>
/// <param name="TruthLabel">Index in the labels, −1 without a truth.</param>
/// <param name="WorkLabel">Index in the labels, −1 without work.</param>
/// <param name="Similarity">Of the pair; of a lone annotation the similarity of the nearest one of the other side.</param>
/// <param name="Area">Of the ground truth, or of the work where there is none, in px².</param>
public readonly record struct Outcome(
    int Truth,
    int Work,
    int TruthLabel,
    int WorkLabel,
    double Similarity,
    double Area,
    ShapePool Pool
)
{
    public bool IsPair => Truth >= 0 && Work >= 0;

    public bool IsValid => IsPair && TruthLabel == WorkLabel;
}
