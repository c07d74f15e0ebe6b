namespace LabelSpec.Quality.Comparison;

/// <summary>
/// The scores of some counts; NaN where a denominator is 0 and the profile does not call that 0. Formulas:
/// <c>docs/compare.md</c>.
/// </summary>
public sealed record ScoreSet(
    Counts Counts,
    double Accuracy,
    double Precision,
    double Recall,
    double F1,
    double Jaccard
)
{
    /// <param name="ofNothing">What a score without anything to judge is.</param>
    public static ScoreSet Of(Counts counts, double ofNothing)
    {
        return new(
            counts,
            Share(counts.Valid, counts.Total),
            Share(counts.Valid, counts.Work),
            Share(counts.Valid, counts.Truth),
            Share(2 * counts.Valid, counts.Work + counts.Truth),
            Share(counts.Valid, counts.Work + counts.Truth - counts.Valid)
        );

        double Share(long part, long whole) => whole == 0 ? ofNothing : part / (double)whole;
    }
}
