using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Checks.Distributions;

/// <summary>
/// Boxes whose measure is far from what is usual in their class: one finding for each class, at the most extreme box, with
/// counts, limits and examples.
/// </summary>
abstract class CategoryOutliers(CheckInfo info, CheckContext context) : CategoryMeasures(info, context)
{
    protected static readonly ImmutableArray<CheckParameter> CommonParameters =
    [
        new("deviations", 6, "", "Robust standard deviations of the logarithm that are usual"),
        new("samples", 50, "", "Classes with fewer boxes are not judged"),
        new("share", 0.02, "%", "More boxes than this are no outliers but objects of another kind"),
    ];

    readonly double deviations = context.Settings.ParameterOf(info, "deviations");
    readonly double samples = context.Settings.ParameterOf(info, "samples");
    readonly double largestShare = context.Settings.ParameterOf(info, "share");

    /// <summary>What the message calls the measure: <c>size</c>.</summary>
    protected abstract string Noun { get; }

    protected abstract string Show(double measure);

    protected sealed override void JudgeEvidence(CategoryTallies evidence, CheckReport report)
    {
        for (var category = 0; category < Data.Categories.Count; category++)
        {
            if (evidence.Of(category) is not { } tally || tally.Total < samples)
                continue;
            report.Judged();
            var usual = new UsualRange(tally, deviations);
            var count = usual.TooSmall + usual.TooLarge;
            if (count > 0 && count <= Math.Max(1, largestShare * tally.Total))
                report.Violated(
                    Violation.OfAnnotation((usual.TooLarge > 0 ? tally.Largest : tally.Smallest).Rows[0].Row) with
                    {
                        Value = count,
                    }
                );
        }
    }

    public sealed override Explanation Explain(in Violation violation)
    {
        var category = Rows.Categories[violation.Subject];
        var tally = Judged.Of(category)!;
        var usual = new UsualRange(tally, deviations);
        var parts = new List<string>();
        if (usual.TooSmall > 0)
            parts.Add($"{usual.TooSmall} below {Show(usual.Lower)}, down to {Show(tally.Smallest.Rows[0].Value)}");
        if (usual.TooLarge > 0)
            parts.Add($"{usual.TooLarge} above {Show(usual.Upper)}, up to {Show(tally.Largest.Rows[0].Value)}");
        return new(
            $"{violation.Value} of {tally.Total} boxes of \"{Data.Categories.NameOf(category)}\" have an unusual {Noun}: "
                + $"{string.Join("; ", parts)}. Half of all lie between {Show(usual.LowerQuartile)} and "
                + $"{Show(usual.UpperQuartile)}."
        )
        {
            Field = Field.Extent,
            Values =
            [
                new DecidingValue("outliers", violation.Value),
                new DecidingValue("boxes", tally.Total),
                new DecidingValue("median", usual.Median),
                new DecidingValue("lower", usual.Lower),
                new DecidingValue("upper", usual.Upper),
            ],
            Related = [.. Examples(tally, usual, violation.Subject)],
        };
    }

    IEnumerable<RelatedSubject> Examples(LogTally tally, UsualRange usual, int subject) =>
        tally
            .Smallest.Rows.Take((int)Math.Min(usual.TooSmall, int.MaxValue))
            .Concat(tally.Largest.Rows.Take((int)Math.Min(usual.TooLarge, int.MaxValue)))
            .Where(example => example.Row != subject)
            .Select(example => new RelatedSubject(SubjectKind.Annotation, example.Row, Show(example.Value)));
}
