namespace LabelSpec.Quality.Agreement.Coefficients;

/// <summary>What the difference of two values means (S. S. Stevens, 1946); it decides how grave a disagreement is.</summary>
public enum MeasurementLevel
{
    /// <summary>Names: equal or not.</summary>
    Nominal,

    /// <summary>Ranks: the number of values between two counts.</summary>
    Ordinal,

    /// <summary>Numbers whose differences mean something.</summary>
    Interval,

    /// <summary>Numbers with a true zero, whose ratios mean something.</summary>
    Ratio,
}
