namespace LabelSpec.Grammar.Formatting;

/// <summary>
/// A run of tokens that may be broken into lines, before the tokens in <paramref name="Breaks"/>: before all of them if
/// the run does not fit on its line, or, if it fills lines, before those that do not fit.
/// </summary>
sealed record BreakGroup(int Start, int End, IReadOnlyList<int> Breaks, bool Fills);
