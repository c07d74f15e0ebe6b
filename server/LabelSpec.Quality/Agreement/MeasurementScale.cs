using System.Collections.Immutable;
using System.Globalization;
using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Agreement;

/// <summary>The answers to one question in their order, and what their differences mean.</summary>
sealed class MeasurementScale
{
    readonly Dictionary<string, int> codes;

    MeasurementScale(MeasurementLevel level, IEnumerable<string> names, Func<string, int, double> value)
    {
        Level = level;
        Names = [.. names];
        Values = [.. Names.Select(value)];
        codes = Names.Select((name, code) => (name, code)).ToDictionary(pair => pair.name, pair => pair.code);
    }

    public MeasurementLevel Level { get; }

    /// <summary>The answers, by code.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The numbers that the codes stand for; of names and ranks, the codes themselves.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>
    /// Answers that have no place on the scale: no rank, no number, or a negative one on a scale that begins at zero. They
    /// count as no answer, since any place given to them would be made up.
    /// </summary>
    public ImmutableArray<string> Outside { get; private init; } = [];

    /// <summary>The code of an answer, or <see cref="RatingTable.Missing"/> for one outside of the scale.</summary>
    public int CodeOf(string answer) => codes.GetValueOrDefault(answer, RatingTable.Missing);

    /// <param name="question">The attribute, or the column of a table.</param>
    /// <param name="answers">All of its answers.</param>
    /// <param name="settings">Name the questions whose answers are ranks, or numbers of some kind.</param>
    /// <param name="usual">The level of a question that the settings do not name and whose answers are all numbers.</param>
    public static MeasurementScale Of(
        string question,
        IEnumerable<string> answers,
        AgreementSettings settings,
        MeasurementLevel usual
    )
    {
        string[] texts = [.. answers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (settings.Ranks.TryGetValue(question, out var ranks))
            return new(MeasurementLevel.Ordinal, ranks, (_, code) => code)
            {
                Outside = [.. texts.Where(text => !ranks.Contains(text))],
            };
        if (settings.Ratios.Contains(question))
            return OfNumbers(MeasurementLevel.Ratio, texts, number => number >= 0);
        if (settings.Intervals.Contains(question))
            return OfNumbers(MeasurementLevel.Interval, texts, _ => true);
        return usual != MeasurementLevel.Nominal && texts.Length > 0 && texts.All(text => NumberOf(text) is not null)
            ? OfNumbers(usual, texts, _ => true)
            : new(MeasurementLevel.Nominal, texts, (_, code) => code);
    }

    static MeasurementScale OfNumbers(MeasurementLevel level, string[] texts, Func<double, bool> isOnScale)
    {
        var on = texts.ToLookup(text => NumberOf(text) is { } number && isOnScale(number));
        return new(level, on[true].OrderBy(text => NumberOf(text)), (text, _) => NumberOf(text)!.Value)
        {
            Outside = [.. on[false]],
        };
    }

    static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;
}
