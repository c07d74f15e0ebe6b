namespace LabelSpec.Engine;

/// <summary>The guideline that judged, with a lower-case hexadecimal hash over its files.</summary>
public sealed record AnalysedGuideline(string Name, string? Version, string Sha256);
