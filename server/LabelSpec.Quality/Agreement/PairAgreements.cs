using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Evidence;
using LabelSpec.Quality.Agreement.Report;

namespace LabelSpec.Quality.Agreement;

/// <summary>Agreement of every two annotators.</summary>
static class PairAgreements
{
    public static ImmutableArray<PairAgreement> Of(AgreementEvidence evidence, CellTable cells) =>
        [
            .. AnnotatorPairs
                .Of(evidence.Annotators.Length)
                .Select((pair, index) => Of(pair.First, pair.Second, index, evidence, cells)),
        ];

    static PairAgreement Of(int a, int b, int index, AgreementEvidence evidence, CellTable cells)
    {
        var both = cells.Restrict(a, b);
        int images = 0,
            annotations = 0,
            equal = 0,
            drawn = 0;
        double overlap = 0;
        foreach (var image in evidence.Images)
        {
            if (image.Pairs[index] is not { } pair)
                continue;
            images++;
            annotations += pair.Annotations;
            equal += pair.Equal;
            drawn += pair.Drawn;
            overlap += pair.Overlap;
        }

        return new(
            a,
            b,
            images,
            KrippendorffAlpha.Of(both.Table),
            CohenKappa.Of(both.Table),
            annotations == 0 ? double.NaN : 2.0 * equal / annotations,
            drawn == 0 ? double.NaN : overlap / drawn,
            evidence.Errors[index]
        );
    }
}
