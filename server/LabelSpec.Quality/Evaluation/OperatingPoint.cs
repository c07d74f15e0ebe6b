namespace LabelSpec.Quality.Evaluation;

/// <summary>
/// What a model does when predictions below a score are thrown away. Precision is NaN without predictions, recall without
/// objects, F1 without either.
/// </summary>
public readonly record struct OperatingPoint(double Score, long Hits, long FalseAlarms, long Missed)
{
    /// <summary>Hits / (hits + false alarms).</summary>
    public double Precision => Hits / (double)(Hits + FalseAlarms);

    /// <summary>Hits / objects.</summary>
    public double Recall => Hits / (double)(Hits + Missed);

    /// <summary>2 · hits / (2 · hits + false alarms + missed): the harmonic mean of both.</summary>
    public double F1 => 2 * Hits / (double)(2 * Hits + FalseAlarms + Missed);

    /// <summary>Hits / (hits + false alarms + missed): what CVAT calls accuracy, and the Jaccard index of both sides.</summary>
    public double Accuracy => Hits / (double)(Hits + FalseAlarms + Missed);
}
