using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Evidence;
using LabelSpec.Quality.Agreement.Report;

namespace LabelSpec.Quality.Agreement;

/// <summary>
/// Agreement on attributes: of annotations over the units that two or more gave the same class, of images over the shared
/// images. Numbers are intervals unless the settings say otherwise; everything else is a name.
/// </summary>
static class AttributeAgreements
{
    const int MostConfusions = 10;

    public static ImmutableArray<AttributeAgreement> Of(AgreementEvidence evidence, AgreementSettings settings)
    {
        var answers = new SortedDictionary<(bool IsOfImage, string Name), AttributeAnswers>(Order);
        for (var image = 0; image < evidence.Images.Length; image++)
            foreach (var each in evidence.Images[image].Attributes)
            {
                if (!answers.TryGetValue((each.IsOfImage, each.Name), out var of))
                    answers.Add((each.IsOfImage, each.Name), of = new(each.Name, each.IsOfImage));
                of.Add(image, each.Values);
            }

        return
        [
            .. answers
                .Values.Select(each => Of(each, evidence.Annotators.Length, settings))
                .OfType<AttributeAgreement>(),
        ];
    }

    // Those of annotations first.
    static Comparer<(bool IsOfImage, string Name)> Order { get; } =
        Comparer<(bool IsOfImage, string Name)>.Create(
            static (a, b) =>
                a.IsOfImage != b.IsOfImage ? a.IsOfImage.CompareTo(b.IsOfImage) : string.CompareOrdinal(a.Name, b.Name)
        );

    static AttributeAgreement? Of(AttributeAnswers answers, int annotators, AgreementSettings settings)
    {
        var (table, scale) = answers.Table(annotators, settings);
        var items = 0;
        SortedDictionary<int, Coincidences> byImage = [];
        var counts = new SortedDictionary<(int First, int Second), int>();
        for (var item = 0; item < table.Items; item++)
        {
            var codes = table.ItemAt(item);
            Confusions.Count(codes, counts);
            if (!byImage.TryGetValue(answers.ImageOf(item), out var image))
                byImage.Add(answers.ImageOf(item), image = new());
            var before = image.Units;
            image.Add(codes);
            items += image.Units - before;
        }

        return items == 0
            ? null
            : new(
                answers.Name,
                answers.IsOfImage,
                items,
                TableAgreement.Of(table, scale.Level, [.. byImage.Values], settings),
                [
                    .. counts
                        .OrderByDescending(pair => pair.Value)
                        .Take(MostConfusions)
                        .Select(pair => new Confusion(
                            scale.Names[pair.Key.First],
                            scale.Names[pair.Key.Second],
                            pair.Value
                        )),
                ]
            )
            {
                Outside = scale.Outside,
            };
    }
}
