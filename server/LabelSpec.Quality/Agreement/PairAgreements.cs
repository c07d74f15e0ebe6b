using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Agreement;

/// <summary>Agreement of every two annotators.</summary>
static class PairAgreements
{
    public static IEnumerable<PairAgreement> Of(
        IReadOnlyList<AnnotatorWork> annotators,
        SharedImages images,
        ClassList classes,
        UnitFinder finder,
        UnitSet units,
        CellTable cells,
        AgreementSettings settings,
        CancellationToken cancellation
    )
    {
        for (var a = 0; a < annotators.Count; a++)
        for (var b = a + 1; b < annotators.Count; b++)
        {
            cancellation.ThrowIfCancellationRequested();
            var both = cells.Restrict(a, b);
            var (f1, overlap) = Shapes(a, b, images, finder, units);
            yield return new(
                a,
                b,
                Enumerable.Range(0, images.Count).Count(image => IsShared(images, image, a, b)),
                KrippendorffAlpha.Of(both.Table),
                CohenKappa.Of(both.Table),
                f1,
                overlap,
                Errors(new AnnotatorPairInput(a, b, images, classes, finder).Build(), settings)
            );
        }
    }

    static bool IsShared(SharedImages images, int image, int a, int b) =>
        images.LookedAt(image, a) && images.LookedAt(image, b);

    static (double F1, double MeanOverlap) Shapes(int a, int b, SharedImages images, UnitFinder finder, UnitSet units)
    {
        int annotations = 0,
            equal = 0,
            shared = 0;
        double overlap = 0;
        foreach (var unit in units.Units)
        {
            if (!IsShared(images, unit.Image, a, b) || unit.Excused[a] || unit.Excused[b])
                continue;
            annotations += (unit.Rows[a] >= 0 ? 1 : 0) + (unit.Rows[b] >= 0 ? 1 : 0);
            if (unit.Rows[a] < 0 || unit.Rows[b] < 0)
                continue;
            equal += unit.Classes[a] == unit.Classes[b] ? 1 : 0;
            if (finder.Shapes[unit.Image].SimilarityOf(a, unit.Rows[a], b, unit.Rows[b]) is not { } similarity)
                continue;
            shared++;
            overlap += similarity;
        }

        return (annotations == 0 ? double.NaN : 2.0 * equal / annotations, shared == 0 ? double.NaN : overlap / shared);
    }

    static ImmutableArray<(TideErrorKind, int)> Errors(CocoInput input, AgreementSettings settings) =>
        [
            .. TideAnalysis
                .Analyse(
                    input,
                    new()
                    {
                        Foreground = settings.Overlap,
                        Background = Math.Min(.1, settings.Overlap),
                        MaxDetections = int.MaxValue,
                    }
                )
                .Errors.Select(error => (error.Kind, error.Count)),
        ];
}
