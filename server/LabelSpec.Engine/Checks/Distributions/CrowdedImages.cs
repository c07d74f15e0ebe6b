using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Distributions;

/// <summary>Images with far more annotations than the others: one finding at the fullest one.</summary>
sealed class CrowdedImages(CheckContext context) : EvidenceCheck<LogTally>(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5024", "crowded_images", "Images with unusually many annotations", Severity.Info)
        {
            Parameters =
            [
                new("deviations", 6, "", "Robust standard deviations of the logarithm that are usual"),
                new("samples", 50, "", "Smaller data sets are not judged"),
            ],
        };

    readonly double deviations = context.Settings.ParameterOf(Info, "deviations");
    readonly double samples = context.Settings.ParameterOf(Info, "samples");

    protected override bool CollectsFromImages => true;

    protected override LogTally Nothing() => new();

    protected override void Collect(int first, int end, LogTally evidence)
    {
        for (var image = first; image < end; image++)
            if (Rows.OfImage(image).Length is > 0 and var count)
                evidence.Add(count, image);
    }

    protected override void JudgeEvidence(LogTally evidence, CheckReport report)
    {
        if (evidence.Total < samples)
            return;
        report.Judged();
        var usual = new UsualRange(evidence, deviations);
        if (usual.TooLarge > 0)
            report.Violated(Violation.OfImage(evidence.Largest.Rows[0].Row) with { Value = usual.TooLarge });
    }

    public override Explanation Explain(in Violation violation)
    {
        var usual = new UsualRange(Judged, deviations);
        var most = Judged.Largest.Rows;
        return new(
            $"{violation.Value} of {Judged.Total} annotated images have {Math.Ceiling(usual.Upper)} annotations or "
                + $"more, up to {most[0].Value}; half of all have between {Math.Round(usual.LowerQuartile)} "
                + $"and {Math.Round(usual.UpperQuartile)}."
        )
        {
            Field = new Field(FieldKind.FileName),
            Values =
            [
                new DecidingValue("images", violation.Value),
                new DecidingValue("median", usual.Median),
                new DecidingValue("upper", usual.Upper),
            ],
            Related =
            [
                .. most.Skip(1)
                    .Take((int)Math.Min(usual.TooLarge - 1, int.MaxValue))
                    .Select(image => new RelatedSubject(SubjectKind.Image, image.Row, $"{image.Value} annotations")),
            ],
        };
    }
}
