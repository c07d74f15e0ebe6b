namespace LabelSpec.Quality.Comparison;

/// <summary>How often the values of an attribute were the same over valid pairs of one label.</summary>
/// <param name="Attribute">Index in <see cref="ComparisonResult.Attributes"/>.</param>
public readonly record struct AttributeCount(int Label, int Attribute, int Equal, int Compared);
