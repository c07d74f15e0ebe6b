using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Evidence;
using LabelSpec.Quality.Agreement.Report;

namespace LabelSpec.Quality.Agreement;

/// <summary>Each annotator among the others.</summary>
static class AnnotatorAgreements
{
    public static ImmutableArray<AnnotatorAgreement> Of(AgreementEvidence evidence, CellTable cells)
    {
        var all = KrippendorffAlpha.Of(cells.Table);
        return
        [
            .. Enumerable.Range(0, evidence.Annotators.Length).Select(annotator => Of(annotator, evidence, cells, all)),
        ];
    }

    static AnnotatorAgreement Of(int annotator, AgreementEvidence evidence, CellTable cells, Coefficient all)
    {
        int drawn = 0,
            alone = 0,
            missed = 0;
        foreach (var image in evidence.Images)
        foreach (var unit in image.Units)
        {
            var looked = image.LookedAt - unit.Excused.Count(isExcused => isExcused);
            if (unit.Classes[annotator] >= 0)
            {
                drawn++;
                alone += unit.Members == 1 && looked > 1 ? 1 : 0;
            }
            else if (image.Looked[annotator] && !unit.Excused[annotator])
                missed += unit.Members > 1 ? 1 : 0;
        }

        Coefficient? without = null;
        double? vitality = null;
        if (evidence.Annotators.Length > 2)
        {
            without = KrippendorffAlpha.Of(cells.Without(annotator), MeasurementLevel.Nominal);
            if (all.IsDefined && without.IsDefined)
                vitality = all.Value - without.Value;
        }

        return new(
            evidence.Annotators[annotator],
            evidence.Images.Count(image => image.Looked[annotator]),
            drawn,
            alone,
            missed,
            without,
            vitality
        );
    }
}
