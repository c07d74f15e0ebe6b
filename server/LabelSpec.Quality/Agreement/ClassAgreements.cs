using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Agreement;

/// <summary>Agreement class by class, and which classes are taken for each other.</summary>
static class ClassAgreements
{
    const int MostConfusions = 20;

    public static ImmutableArray<ClassAgreement> Of(CellTable cells, ImmutableArray<string> classes) =>
        [
            .. Enumerable
                .Range(0, classes.Length)
                .Select(category => Of(category + 1, classes[category], cells))
                .Where(category => category.Units > 0)
                .OrderBy(category => category.Alpha.IsDefined ? category.Alpha.Value : double.PositiveInfinity)
                .ThenBy(category => category.Name, StringComparer.Ordinal),
        ];

    public static ImmutableArray<Confusion> ConfusionsOf(CellTable cells, ImmutableArray<string> classes)
    {
        var counts = new SortedDictionary<(int First, int Second), int>();
        foreach (var (_, codes) in cells.Cells)
            Confusions.Count(codes, counts);
        return
        [
            .. counts
                .OrderByDescending(pair => pair.Value)
                .Take(MostConfusions)
                .Select(pair =>
                    pair.Key.First == UnitAnswer.Nothing
                        ? new Confusion(NameOf(pair.Key.Second), null, pair.Value)
                        : new Confusion(NameOf(pair.Key.First), NameOf(pair.Key.Second), pair.Value)
                ),
        ];

        string NameOf(int code) => classes[code - 1];
    }

    static ClassAgreement Of(int code, string name, CellTable cells)
    {
        int units = 0,
            unanimous = 0;
        var codes = new List<int>(cells.Cells.Length * cells.Table.Raters);
        foreach (var (_, cell) in cells.Cells)
        {
            var given = cell.Count(answer => answer == code);
            units += given > 0 ? 1 : 0;
            unanimous += given > 1 && given == cell.Count(answer => answer >= 0) ? 1 : 0;
            codes.AddRange(
                cell.Select(answer =>
                    answer < 0 ? RatingTable.Missing
                    : answer == code ? 1
                    : 0
                )
            );
        }

        return new(
            name,
            units,
            unanimous,
            KrippendorffAlpha.Of(RatingTable.Nominal([.. codes], cells.Table.Raters, 2))
        );
    }
}
