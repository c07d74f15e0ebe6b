using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks.Distributions;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Captions;

/// <summary>Captions far shorter or longer than the others: one finding at the most extreme one.</summary>
sealed class CaptionLength(CheckContext context) : EvidenceCheck<LogTally>(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3803", "caption_length", "Captions of unusual length", Severity.Info)
        {
            Parameters =
            [
                new("deviations", 6, "", "Robust standard deviations of the logarithm that are usual"),
                new("samples", 50, "", "Data sets with fewer captions are not judged"),
                new("share", 0.02, "%", "More captions than this are no outliers but captions of another kind"),
            ],
        };

    readonly double deviations = context.Settings.ParameterOf(Info, "deviations");
    readonly double samples = context.Settings.ParameterOf(Info, "samples");
    readonly double largestShare = context.Settings.ParameterOf(Info, "share");

    protected override LogTally Nothing() => new();

    // In characters, as not every script sets blanks between words.
    protected override void Collect(int first, int end, LogTally evidence)
    {
        for (var row = first; row < end; row++)
            if (
                Rows.Shapes[row] == ShapeKind.Caption
                && (Rows.Flags[row] & AnnotationFlags.Prediction) == 0
                && Data.ReadCaption(row) is { } caption
                // One that says nothing is another finding.
                && caption.Any(char.IsLetterOrDigit)
            )
                evidence.Add(caption.Trim().Length, row);
    }

    protected override void JudgeEvidence(LogTally evidence, CheckReport report)
    {
        if (evidence.Total == 0 || evidence.Total < samples)
            return;
        report.Judged();
        var usual = new UsualRange(evidence, deviations);
        var count = usual.TooSmall + usual.TooLarge;
        if (count > 0 && count <= Math.Max(1, largestShare * evidence.Total))
            report.Violated(
                Violation.OfAnnotation((usual.TooLarge > 0 ? evidence.Largest : evidence.Smallest).Rows[0].Row) with
                {
                    Value = count,
                }
            );
    }

    public override Explanation Explain(in Violation violation)
    {
        var (tally, subject) = (Judged, violation.Subject);
        var usual = new UsualRange(tally, deviations);
        var (shortest, longest) = (tally.Smallest.Rows, tally.Largest.Rows);
        var parts = new List<string>();
        if (usual.TooSmall > 0)
            parts.Add($"{usual.TooSmall} shorter than {Math.Ceiling(usual.Lower)}, down to {shortest[0].Value}");
        if (usual.TooLarge > 0)
            parts.Add($"{usual.TooLarge} of {Math.Ceiling(usual.Upper)} and more, up to {longest[0].Value}");
        return new(
            $"{violation.Value} of {tally.Total} captions have an unusual number of characters: {string.Join("; ", parts)}. "
                + $"Half of all have between {Math.Round(usual.LowerQuartile)} and {Math.Round(usual.UpperQuartile)}."
        )
        {
            Field = new Field(FieldKind.Caption),
            Values =
            [
                new DecidingValue("outliers", violation.Value),
                new DecidingValue("captions", tally.Total),
                new DecidingValue("median", usual.Median),
                new DecidingValue("lower", usual.Lower),
                new DecidingValue("upper", usual.Upper),
            ],
            Related =
            [
                .. shortest
                    .Take((int)Math.Min(usual.TooSmall, int.MaxValue))
                    .Concat(longest.Take((int)Math.Min(usual.TooLarge, int.MaxValue)))
                    .Where(example => example.Row != subject)
                    .Select(example => new RelatedSubject(
                        SubjectKind.Annotation,
                        example.Row,
                        $"{example.Value} characters"
                    )),
            ],
        };
    }
}
