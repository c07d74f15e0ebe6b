using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Agreement;

/// <summary>
/// Agreement on attributes: of annotations over the units that two or more gave the same class, of images over the shared
/// images. Numbers are intervals unless they are said to be ranks or ratios; everything else is a name.
/// </summary>
static class AttributeAgreements
{
    const int MostConfusions = 10;

    public static ImmutableArray<AttributeAgreement> Of(
        IReadOnlyList<AnnotatorWork> annotators,
        SharedImages images,
        UnitSet units,
        AgreementSettings settings
    )
    {
        var ofUnits = NamesOf(annotators, dataset => dataset.Annotations.Attributes)
            .Select(name => AnswersTo(name, annotators, units));
        var ofImages = NamesOf(annotators, dataset => dataset.Images.Attributes)
            .Select(name => AnswersTo(name, annotators, images));
        return
        [
            .. ofUnits
                .Concat(ofImages)
                .Select(answers => Of(answers, annotators.Count, settings))
                .OfType<AttributeAgreement>(),
        ];
    }

    static IEnumerable<string> NamesOf(IReadOnlyList<AnnotatorWork> annotators, Func<Dataset, AttributeTable> table) =>
        annotators
            .SelectMany(annotator => table(annotator.Dataset).Columns)
            .Select(column => column.Name)
            .Distinct(StringComparer.Ordinal);

    static AttributeAnswers AnswersTo(string name, IReadOnlyList<AnnotatorWork> annotators, UnitSet units)
    {
        var answers = new AttributeAnswers(name, IsOfImage: false);
        foreach (var unit in units.Units)
        {
            var values = new AttributeValue?[annotators.Count];
            // An attribute of another class is another question: only those of the commonest class answer it.
            var category = CommonestClass(unit);
            for (var a = 0; a < values.Length; a++)
                if (
                    unit.Rows[a] >= 0
                    && unit.Classes[a] == category
                    && annotators[a].Dataset.Annotations.Attributes.TryGet(unit.Rows[a], name, out var value)
                )
                    values[a] = value;
            answers.Add(unit.Image, values);
        }

        return answers;
    }

    static AttributeAnswers AnswersTo(string name, IReadOnlyList<AnnotatorWork> annotators, SharedImages images)
    {
        var answers = new AttributeAnswers(name, IsOfImage: true);
        for (var image = 0; image < images.Count; image++)
        {
            var values = new AttributeValue?[annotators.Count];
            for (var a = 0; a < values.Length; a++)
                if (
                    images.RowOf(image, a) is >= 0 and var row
                    && annotators[a].Dataset.Images.Attributes.TryGet(row, name, out var value)
                )
                    values[a] = value;
            answers.Add(image, values);
        }

        return answers;
    }

    static int CommonestClass(Unit unit) =>
        unit
            .Classes.Where(category => category >= 0)
            .GroupBy(category => category)
            .OrderByDescending(group => group.Count())
            .Select(group => group.Key)
            .DefaultIfEmpty(-1)
            .First();

    static AttributeAgreement? Of(AttributeAnswers answers, int annotators, AgreementSettings settings)
    {
        var (table, level, names) = answers.Table(annotators, settings);
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
                TableAgreement.Of(table, level, [.. byImage.Values], settings),
                [
                    .. counts
                        .OrderByDescending(pair => pair.Value)
                        .Take(MostConfusions)
                        .Select(pair => new Confusion(names[pair.Key.First], names[pair.Key.Second], pair.Value)),
                ]
            );
    }
}
