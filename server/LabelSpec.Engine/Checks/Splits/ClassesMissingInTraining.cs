using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Splits;

/// <summary>Classes that are tested but never trained: one finding for each other split.</summary>
sealed class ClassesMissingInTraining(CheckContext context) : SplitCountCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5034", "classes_missing_in_training", "Classes that are missing in training", Severity.Warning)
        {
            Parameters = [new("annotations", 100, "", "Smaller training splits are not judged")],
        };

    readonly double fewest = context.Settings.ParameterOf(Info, "annotations");

    protected override void JudgeEvidence(SplitCounts evidence, CheckReport report)
    {
        foreach (var split in evidence.Splits)
        {
            if (split.IsTraining || TrainingOf(evidence, split.Set) is not { } training)
                continue;
            report.Judged();
            if (Missing(evidence, training, split) is { Count: > 0 } missing)
                report.Violated(
                    Violation.OfAnnotation(evidence.FirstOf(split, missing[0])) with
                    {
                        Value = missing.Count,
                    }
                );
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var split = KeyOf(Rows.Images[violation.Subject])!.Value;
        var training = TrainingOf(Judged, split.Set)!.Value;
        var missing = Missing(Judged, training, split).Select(Data.Categories.NameOf);
        return new(
            $"{Wording.Count((long)violation.Value, "class", "classes")} of {split.Name} "
                + $"{(violation.Value == 1 ? "has" : "have")} no annotation in {training.Name}: {Wording.Quoted(missing)}."
        )
        {
            Field = Field.Category,
            Values =
            [
                new DecidingValue("classes", violation.Value),
                new DecidingValue("split", split.Name),
                new DecidingValue("training", training.Name),
            ],
        };
    }

    SplitKey? TrainingOf(SplitCounts evidence, string set)
    {
        foreach (var split in evidence.Splits)
            if (split.Set == set && split.IsTraining && Sum(evidence.CountsOf(split)) >= fewest)
                return split;
        return null;
    }

    static List<int> Missing(SplitCounts evidence, SplitKey training, SplitKey split)
    {
        var missing = new List<int>();
        var (trained, tested) = (evidence.CountsOf(training).ToArray(), evidence.CountsOf(split).ToArray());
        for (var category = 0; category < trained.Length; category++)
            if (tested[category] > 0 && trained[category] == 0)
                missing.Add(category);
        return missing;
    }

    static long Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (var count in counts)
            sum += count;
        return sum;
    }
}
