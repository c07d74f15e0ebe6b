using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Comparison;

/// <summary>What is wrong with a file of requirements. All of them are errors: nothing is judged by a file that has one.</summary>
/// <param name="Message">What is wrong and what to do about it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
public sealed record RequirementProblem(ScoreProblemKind Kind, string Message, int Line, int Column);
