using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>The most frequent class has many times the annotations of the rarest one that occurs.</summary>
sealed class ClassImbalance(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5011", "class_imbalance", "Classes are imbalanced", Severity.Info)
        {
            Parameters =
            [
                new("ratio", 100, "", "Most frequent to rarest class"),
                new("annotations", 1000, "", "Smaller data sets are not judged"),
            ],
        };

    readonly double limit = context.Settings.ParameterOf(Info, "ratio");
    readonly double smallest = context.Settings.ParameterOf(Info, "annotations");

    public override void Judge(CheckReport report)
    {
        if (Rows.Count < smallest || !TryFind(out var most, out var least) || most == least)
            return;
        report.Judged();
        var counts = Facts.AnnotationsPerCategory;
        var ratio = counts[most] / (double)counts[least];
        if (ratio > limit)
            report.Violated(Violation.OfDataset() with { Value = ratio });
    }

    public override Explanation Explain(in Violation violation)
    {
        TryFind(out var most, out var least);
        var counts = Facts.AnnotationsPerCategory;
        return new(
            $"\"{Data.Categories.NameOf(most)}\" has {counts[most]} annotations, \"{Data.Categories.NameOf(least)}\" "
                + $"{counts[least]}: {Wording.Number(violation.Value)} times fewer."
        )
        {
            Values = [new DecidingValue("ratio", violation.Value), new DecidingValue("limit", limit)],
        };
    }

    bool TryFind(out int most, out int least)
    {
        (most, least) = (-1, -1);
        var counts = Facts.AnnotationsPerCategory;
        for (var category = 0; category < counts.Length; category++)
        {
            if (counts[category] == 0)
                continue;
            if (most < 0 || counts[category] > counts[most])
                most = category;
            if (least < 0 || counts[category] < counts[least])
                least = category;
        }

        return most >= 0;
    }
}
