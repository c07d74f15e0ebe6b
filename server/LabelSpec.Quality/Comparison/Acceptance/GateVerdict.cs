namespace LabelSpec.Quality.Comparison;

/// <summary>Whether work reaches what one <c>accept</c> criterion of the guideline asks for.</summary>
/// <param name="Criterion">As the guideline says it.</param>
/// <param name="Value">NaN where it cannot be decided.</param>
/// <param name="Reached">Null where it cannot be decided.</param>
/// <param name="Reason">Why it cannot be decided.</param>
public sealed record GateVerdict(string Criterion, double Value, bool? Reached, string? Reason);
