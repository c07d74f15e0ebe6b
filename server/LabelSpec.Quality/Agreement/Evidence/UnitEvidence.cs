using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Agreement.Evidence;

/// <summary>What everybody said about one object.</summary>
/// <param name="Classes">For each annotator the class they gave it; -1 where they drew nothing.</param>
/// <param name="Excused">Who drew nothing as they said that nothing is judged there.</param>
public sealed record UnitEvidence(int[] Classes, bool[] Excused)
{
    /// <summary>How many annotators drew it.</summary>
    public int Members => Classes.Count(category => category >= 0);

    /// <summary>
    /// A code for each annotator: the class plus 1, <see cref="UnitAnswer.Nothing"/>, or missing where they did not look or are
    /// excused.
    /// </summary>
    public int[] Codes(bool[] looked) =>
        [
            .. Classes.Select(
                (category, annotator) =>
                    !looked[annotator] || Excused[annotator] ? RatingTable.Missing
                    : category < 0 ? UnitAnswer.Nothing
                    : category + 1
            ),
        ];

    internal UnitEvidence Renumbered(int[] classes) =>
        this with
        {
            Classes = [.. Classes.Select(category => category < 0 ? -1 : classes[category])],
        };
}
