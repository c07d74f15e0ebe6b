using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Reports.Scores;

/// <summary>Words of agreement as reports spell them.</summary>
public static class AgreementWords
{
    public static string Of(MeasurementLevel level) =>
        level switch
        {
            MeasurementLevel.Ordinal => "ordinal",
            MeasurementLevel.Interval => "interval",
            MeasurementLevel.Ratio => "ratio",
            _ => "nominal",
        };

    /// <summary>The value, or the reason why there is none.</summary>
    public static string Of(Coefficient coefficient) => coefficient.Undefined ?? ScoreText.Of(coefficient.Value);

    /// <summary>The value for a table cell, where there is no room for a reason.</summary>
    public static string Short(Coefficient coefficient) =>
        coefficient.IsDefined ? ScoreText.Of(coefficient.Value) : "degenerate";

    /// <summary>
    /// What α means for use: 0.8 and more is reliable, from 0.667 conclusions are tentative (K. Krippendorff, Content
    /// Analysis, 2004, 11.4.1).
    /// </summary>
    public static string Meaning(Coefficient alpha) =>
        alpha.Value >= .8 ? "reliable"
        : alpha.Value >= .667 ? "tentative"
        : alpha.IsDefined ? "too low to rely on"
        : "";

    /// <summary>Which answers have no place on their scale.</summary>
    public static string OffScale(IReadOnlyCollection<string> answers)
    {
        const int most = 10;
        var shown = string.Join(", ", answers.Take(most).Select(Printable.Of));
        return $"without a place on the scale: {shown}"
            + (answers.Count > most ? $" and {answers.Count - most} more" : "");
    }

    /// <summary>Why there is no interval.</summary>
    public static string WhyNone(BootstrapInterval interval) =>
        interval.Samples == 0
            ? "there is one image at most, or no sample was asked for, or none has an alpha"
            : "alpha is degenerate in most samples";
}
