using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Agreement;

/// <summary>What everybody answered to one attribute, item by item.</summary>
sealed record AttributeAnswers(string Name, bool IsOfImage)
{
    readonly List<(int Image, ImmutableArray<AttributeValue?> Values)> items = [];

    public void Add(int image, ImmutableArray<AttributeValue?> values) => items.Add((image, values));

    public int ImageOf(int item) => items[item].Image;

    /// <summary>The answers as codes, and the scale that they stand on.</summary>
    public (RatingTable Table, MeasurementScale Scale) Table(int annotators, AgreementSettings settings)
    {
        var scale = MeasurementScale.Of(
            Name,
            items.SelectMany(item => item.Values).OfType<AttributeValue>().Select(value => value.ToString()),
            settings,
            MeasurementLevel.Interval
        );
        return (
            new(
                [
                    .. items.SelectMany(item =>
                        item.Values.Select(value =>
                            value is { } given ? scale.CodeOf(given.ToString()) : RatingTable.Missing
                        )
                    ),
                ],
                annotators,
                scale.Values
            ),
            scale
        );
    }
}
