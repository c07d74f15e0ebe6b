using LabelSpec.Grammar;

namespace LabelSpec.Quality.Problems;

/// <summary>An entry of the catalogue of things that make scores incomplete or doubtful.</summary>
/// <param name="Code">Stable, documented in <c>docs/diagnostics/CODE.md</c>.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Severity">An error means that something was left out of the score.</param>
public sealed record ScoreProblemKind(string Code, string Title, Severity Severity);
