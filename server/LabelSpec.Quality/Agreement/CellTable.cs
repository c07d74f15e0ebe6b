using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Evidence;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Agreement;

/// <summary>What everybody said about every unit, with the image of each.</summary>
sealed class CellTable
{
    readonly int classes;

    public CellTable(AgreementEvidence evidence, Func<ImageEvidence, ImmutableArray<UnitEvidence>> units)
        : this(
            [
                .. evidence.Images.SelectMany(
                    (image, index) => image.Cells(units(image)).Select(codes => (index, codes))
                ),
            ],
            evidence.Annotators.Length,
            evidence.Classes.Length
        ) { }

    CellTable((int Image, int[] Codes)[] cells, int annotators, int classes)
    {
        Cells = cells;
        this.classes = classes;
        Table = RatingTable.Nominal([.. cells.SelectMany(cell => cell.Codes)], annotators, classes + 1);
    }

    public (int Image, int[] Codes)[] Cells { get; }

    public RatingTable Table { get; }

    /// <summary>One entry for each image with a cell.</summary>
    public IReadOnlyList<Coincidences> CoincidencesOfImages()
    {
        SortedDictionary<int, Coincidences> images = [];
        foreach (var (image, codes) in Cells)
        {
            if (!images.TryGetValue(image, out var of))
                images.Add(image, of = new());
            of.Add(codes);
        }

        return [.. images.Values];
    }

    /// <summary>
    /// The table of all but one. A unit that only that one drew is no unit of the others; an image that is left with none
    /// is one in which the others agree that there is nothing.
    /// </summary>
    public RatingTable Without(int annotator)
    {
        int[] others = [.. Enumerable.Range(0, Table.Raters).Where(other => other != annotator)];
        return Restrict(others).Table;
    }

    /// <summary>The cells of some annotators.</summary>
    public CellTable Restrict(params int[] annotators)
    {
        List<(int Image, int[] Codes)> cells = [];
        foreach (var image in Cells.GroupBy(cell => cell.Image))
        {
            List<(int Image, int[] Codes)> own =
            [
                .. image.Select(cell => (image.Key, annotators.Select(annotator => cell.Codes[annotator]).ToArray())),
            ];
            var drawn = own.FindAll(cell => cell.Codes.Any(code => code > UnitAnswer.Nothing));
            cells.AddRange(drawn.Count > 0 ? drawn : own.Take(1));
        }

        return new([.. cells], annotators.Length, classes);
    }
}
