using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Agreement.Report;

/// <summary>All coefficients of one table of answers.</summary>
/// <param name="Percent">Share of equal pairs of answers.</param>
/// <param name="Cohen">The mean of Cohen's κ over the pairs of annotators for which it is defined.</param>
/// <param name="WeightedCohen">The same with quadratic weights; null for names.</param>
/// <param name="Fleiss">Fleiss' κ.</param>
/// <param name="Gwet">AC1; for ranks and numbers AC2 with quadratic weights.</param>
/// <param name="Alpha">Krippendorff's α at the level of measurement.</param>
/// <param name="AlphaInterval">Its bootstrap interval over images; NaN where there is none.</param>
/// <param name="Level">What differences of answers mean.</param>
public sealed record TableAgreement(
    Coefficient Percent,
    Coefficient Cohen,
    Coefficient? WeightedCohen,
    Coefficient Fleiss,
    Coefficient Gwet,
    Coefficient Alpha,
    BootstrapInterval AlphaInterval,
    MeasurementLevel Level
)
{
    internal static TableAgreement Of(
        RatingTable table,
        MeasurementLevel level,
        IReadOnlyList<Coincidences> images,
        AgreementSettings settings
    ) => Of(table, level, images, settings, () => PairsIn(table));

    /// <param name="pairs">The answers of each pair of annotators, where the table does not tell whose they are.</param>
    internal static TableAgreement Of(
        RatingTable table,
        MeasurementLevel level,
        IReadOnlyList<Coincidences> images,
        AgreementSettings settings,
        Func<IEnumerable<RatingTable>> pairs
    )
    {
        var weights = level == MeasurementLevel.Nominal ? KappaWeights.None : KappaWeights.Quadratic;
        return new(
            PercentAgreement.Of(table),
            MeanCohen(pairs(), KappaWeights.None),
            weights == KappaWeights.None ? null : MeanCohen(pairs(), weights),
            FleissKappa.Of(table),
            GwetAgreement.Of(table, weights),
            KrippendorffAlpha.Of(table, level),
            AlphaBootstrap.Of(images, table.Values, level, settings.Samples, settings.Confidence),
            level
        );
    }

    static IEnumerable<RatingTable> PairsIn(RatingTable table)
    {
        for (var a = 0; a < table.Raters; a++)
        for (var b = a + 1; b < table.Raters; b++)
            yield return table.OfRaters(a, b);
    }

    static Coefficient MeanCohen(IEnumerable<RatingTable> tables, KappaWeights weights)
    {
        List<Coefficient> pairs = [.. tables.Select(pair => CohenKappa.Of(pair, weights))];
        var defined = pairs.Where(pair => pair.IsDefined).ToList();
        return defined.Count > 0
            ? new(
                defined.Average(pair => pair.Value),
                defined.Average(pair => pair.Observed),
                defined.Average(pair => pair.Expected),
                defined.Sum(pair => pair.Items)
            )
            : Coefficient.Without(pairs is [var first, ..] ? first.Undefined! : "one annotator only");
    }
}
