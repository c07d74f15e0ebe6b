using System.Collections.Immutable;

namespace LabelSpec.Quality.Agreement.Report;

/// <summary>A rule of the guideline, and who breaks it where.</summary>
/// <param name="Name">Name of the rule.</param>
/// <param name="ImagesOf">For each annotator in how many shared images their work breaks it.</param>
/// <param name="Disputed">Shared images in which the work of some breaks it, and that of others does not.</param>
public sealed record RuleAgreement(string Name, ImmutableArray<int> ImagesOf, int Disputed);
