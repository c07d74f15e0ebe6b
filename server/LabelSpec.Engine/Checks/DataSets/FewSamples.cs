using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>Classes with too few annotations to learn or to evaluate: one finding with their names.</summary>
sealed class FewSamples(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5012", "few_samples", "Classes with few annotations", Severity.Info)
        {
            Parameters =
            [
                new("samples", 10, "", "A class with fewer annotations has few"),
                new("annotations", 1000, "", "Smaller data sets are not judged"),
            ],
        };

    readonly double limit = context.Settings.ParameterOf(Info, "samples");
    readonly double smallest = context.Settings.ParameterOf(Info, "annotations");

    public override void Judge(CheckReport report)
    {
        if (Rows.Count < smallest)
            return;
        report.Judged();
        var few = Few();
        if (few.Count > 0)
            report.Violated(Violation.OfDataset() with { Value = few.Count });
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"{Wording.Count((long)violation.Value, "class has", "classes have")} fewer than {Wording.Number(limit)} "
                + $"annotations: {Wording.List(Few())}."
        )
        {
            Values = [new DecidingValue("classes", violation.Value), new DecidingValue("limit", limit)],
        };

    List<string> Few()
    {
        var counts = Facts.AnnotationsPerCategory;
        var few = new List<string>();
        for (var category = 0; category < counts.Length; category++)
            if (counts[category] > 0 && counts[category] < limit)
                few.Add($"{Data.Categories.NameOf(category)} ({counts[category]})");
        return few;
    }
}
