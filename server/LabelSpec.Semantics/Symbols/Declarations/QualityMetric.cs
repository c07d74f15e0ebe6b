using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>A number that the <c>quality</c> block may name.</summary>
/// <param name="IsBetterHigh">Whether more of it is better.</param>
public sealed record QualityMetric(string Name, Unit Unit, NumericRange Range, bool IsBetterHigh, string Documentation);
