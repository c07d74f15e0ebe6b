using System.Collections.Immutable;
using System.Globalization;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Agreement;

/// <summary>What everybody answered to one attribute, item by item.</summary>
sealed record AttributeAnswers(string Name, bool IsOfImage)
{
    readonly List<(int Image, ImmutableArray<AttributeValue?> Values)> items = [];

    public void Add(int image, ImmutableArray<AttributeValue?> values) => items.Add((image, values));

    public int ImageOf(int item) => items[item].Image;

    /// <summary>The answers as codes, and what they mean.</summary>
    public (RatingTable Table, MeasurementLevel Level, ImmutableArray<string> Names) Table(
        int annotators,
        AgreementSettings settings
    )
    {
        string[] texts =
        [
            .. items
                .SelectMany(item => item.Values)
                .OfType<AttributeValue>()
                .Select(value => value.ToString())
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        var level = MeasurementLevel.Nominal;
        ImmutableArray<double> values = [.. texts.Select((_, i) => (double)i)];
        if (settings.Ranks.TryGetValue(Name, out var ranks))
        {
            level = MeasurementLevel.Ordinal;
            texts = [.. ranks, .. texts.Where(text => !ranks.Contains(text))];
            values = [.. texts.Select((_, i) => (double)i)];
        }
        else if (texts.Length > 0 && texts.All(text => NumberOf(text) is not null))
        {
            level = settings.Ratios.Contains(Name) ? MeasurementLevel.Ratio : MeasurementLevel.Interval;
            texts = [.. texts.OrderBy(text => NumberOf(text))];
            values = [.. texts.Select(text => NumberOf(text)!.Value)];
        }

        var codes = texts.Select((text, i) => (text, i)).ToDictionary(pair => pair.text, pair => pair.i);
        return (
            new(
                [
                    .. items.SelectMany(item =>
                        item.Values.Select(value => value is { } given ? codes[given.ToString()] : RatingTable.Missing)
                    ),
                ],
                annotators,
                values
            ),
            level,
            [.. texts]
        );
    }

    static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;
}
