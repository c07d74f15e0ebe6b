using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Splits;

/// <summary>Images that none of the splits of the project file has: one finding with examples.</summary>
sealed class OutsideSplits(CheckContext context) : DatasetCheck(Info, context)
{
    const int Examples = 4;

    public static new CheckInfo Info { get; } = new("LS5032", "outside_splits", "Images in no split", Severity.Warning);

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        if (!Facts.Splits.AreDeclared)
            return;
        report.Judged(Data.Images.Count);
        var outside = Outside();
        if (outside.Count > 0)
            report.Violated(Violation.OfImage(outside[0]) with { Value = outside.Count });
    }

    public override Explanation Explain(in Violation violation)
    {
        var outside = Outside();
        var names = outside.Take(Examples).Select(image => Data.Images.FileNames[image]);
        return new(
            $"{outside.Count} of {Wording.Count(Data.Images.Count, "image")} are in no split of labelspec.yaml, such as "
                + $"{Wording.Quoted(names)}."
        )
        {
            Field = new Field(FieldKind.FileName),
            Values = [new DecidingValue("outside", outside.Count), new DecidingValue("images", Data.Images.Count)],
        };
    }

    List<int> Outside() =>
        [.. Enumerable.Range(0, Data.Images.Count).Where(image => Facts.Splits.OfImage(image) is null)];
}
