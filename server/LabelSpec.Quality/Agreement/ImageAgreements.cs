using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Evidence;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Agreement;

/// <summary>Agreement image by image.</summary>
static class ImageAgreements
{
    public static ImmutableArray<ImageAgreement> Of(CellTable cells, AgreementEvidence evidence) =>
        [
            .. cells
                .Cells.GroupBy(cell => cell.Image)
                .Where(group => evidence.Images[group.Key].LookedAt > 1)
                .Select(group => Of(evidence.Images[group.Key], [.. group.Select(cell => cell.Codes)], cells.Table))
                .OrderByDescending(image => image.Disputed)
                .ThenBy(image => image.Name, StringComparer.Ordinal),
        ];

    public static Coefficient MeanAlpha(IReadOnlyList<ImageAgreement> images)
    {
        var defined = images.Where(image => image.Alpha.IsDefined).ToList();
        return defined.Count == 0
            ? Coefficient.Without("degenerate: no image has an alpha of its own", images.Count)
            : new(defined.Average(image => image.Alpha.Value), double.NaN, double.NaN, defined.Count);
    }

    static ImageAgreement Of(ImageEvidence image, int[][] codes, RatingTable all)
    {
        var table = new RatingTable([.. codes.SelectMany(cell => cell)], all.Raters, all.Values);
        var drawn = codes.Where(cell => cell.Any(code => code > UnitAnswer.Nothing)).ToList();
        return new(
            image.Name,
            image.LookedAt,
            drawn.Count,
            drawn.Count(cell => cell.Where(code => code >= 0).Distinct().Skip(1).Any()),
            PercentAgreement.Of(table),
            KrippendorffAlpha.Of(table)
        );
    }
}
