namespace LabelSpec.Quality.Agreement.Report;

/// <summary>A number that the guideline's <c>quality</c> block asks of annotators.</summary>
/// <param name="Text">As the guideline says it.</param>
/// <param name="Value">What was measured; NaN where that is not possible.</param>
/// <param name="IsReached">Null where it cannot be told.</param>
/// <param name="Reason">Why not; null otherwise.</param>
public sealed record AgreementGate(string Text, double Value, bool? IsReached, string? Reason);
