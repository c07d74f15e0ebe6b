using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>What a requirement judged of one side of an image.</summary>
/// <param name="Candidates">Annotations of the type.</param>
/// <param name="Selected">Those that pass the filter.</param>
/// <param name="Missing">Attributes with a rule of their own that none of these has.</param>
public sealed record RequirementSide(int Candidates, int Selected, ImmutableArray<string> Missing)
{
    internal static RequirementSide Empty { get; } = new(0, 0, []);
}
