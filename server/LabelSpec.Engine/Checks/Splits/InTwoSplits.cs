using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Splits;

/// <summary>The globs of two splits of the project file meet: one finding with examples.</summary>
sealed class InTwoSplits(CheckContext context) : DatasetCheck(Info, context)
{
    const int Examples = 4;

    public static new CheckInfo Info { get; } =
        new("LS5033", "overlapping_splits", "Splits of the project file overlap", Severity.Error);

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        if (!Facts.Splits.AreDeclared)
            return;
        report.Judged(Data.Images.Count);
        var both = InBoth();
        if (both.Count > 0)
            report.Violated(Violation.OfImage(both[0]) with { Value = both.Count });
    }

    public override Explanation Explain(in Violation violation)
    {
        var both = InBoth();
        var splits = Facts.Splits.AllOfImage(violation.Subject);
        var names = both.Take(Examples).Select(image => Data.Images.FileNames[image]);
        return new(
            $"labelspec.yaml puts {Wording.Count(both.Count, "image")} into more than one split, such as "
                + $"{Wording.Quoted(names)}; the first into {string.Join(" and ", splits)}."
        )
        {
            Field = new Field(FieldKind.FileName),
            Values = [new DecidingValue("images", both.Count), new DecidingValue("splits", string.Join(", ", splits))],
        };
    }

    List<int> InBoth() =>
        [.. Enumerable.Range(0, Data.Images.Count).Where(image => Facts.Splits.AllOfImage(image).Count > 1)];
}
