using System.Collections.Immutable;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>COCO's numbers of one class; -1 where the class has no object of the kind.</summary>
/// <param name="Name">Name of the class.</param>
/// <param name="Truths">Objects that count.</param>
/// <param name="Predictions">Predictions of the class.</param>
/// <param name="Scores">In the order in which reports show them.</param>
public sealed record ClassScores(string Name, int Truths, int Predictions, ImmutableArray<CocoScore> Scores);
