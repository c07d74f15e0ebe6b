using System.Collections.Immutable;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>What is evaluated, and what of the data sets could not be, with the number of times.</summary>
public sealed record CocoInputResult(CocoInput Input, ImmutableArray<CocoInputProblem> Problems);
