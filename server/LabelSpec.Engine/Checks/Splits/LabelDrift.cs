using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Splits;

/// <summary>
/// Classes are spread differently in a split than in training, measured by Cramér's V without its bias in small samples
/// (W. Bergsma, A bias-correction for Cramér's V and Tschuprow's T, J. Korean Stat. Soc. 42, 2013).
/// </summary>
sealed class LabelDrift(CheckContext context) : SplitCountCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5035", "label_drift", "Classes are spread differently than in training", Severity.Info)
        {
            Parameters =
            [
                new("v", 0.15, "", "Cramér's V between the splits, from 0 to 1"),
                new("annotations", 100, "", "Splits with fewer annotations are not judged"),
            ],
        };

    readonly double limit = context.Settings.ParameterOf(Info, "v");
    readonly double fewest = context.Settings.ParameterOf(Info, "annotations");

    protected override void JudgeEvidence(SplitCounts evidence, CheckReport report)
    {
        foreach (var split in evidence.Splits)
        {
            if (split.IsTraining || TrainingOf(evidence, split) is not { } training)
                continue;
            var trained = evidence.CountsOf(training).ToArray();
            var tested = evidence.CountsOf(split).ToArray();
            if (trained.Sum() < fewest || tested.Sum() < fewest)
                continue;
            report.Judged();
            var v = CramersV(trained, tested);
            if (v > limit)
                report.Violated(
                    Violation.OfAnnotation(evidence.FirstOf(split, MostDifferent(trained, tested))) with
                    {
                        Value = v,
                    }
                );
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var category = Rows.Categories[violation.Subject];
        var split = KeyOf(Rows.Images[violation.Subject])!.Value;
        var training = TrainingOf(Judged, split)!.Value;
        var (trained, tested) = (Judged.CountsOf(training).ToArray(), Judged.CountsOf(split).ToArray());
        return new(
            $"Classes are spread differently in {split.Name} than in {training.Name} (Cramér's V {Wording.Number(violation.Value)}): "
                + $"\"{Data.Categories.NameOf(category)}\" is {Wording.Percent(tested[category] / (double)tested.Sum())} of "
                + $"{split.Name} and {Wording.Percent(trained[category] / (double)trained.Sum())} of {training.Name}."
        )
        {
            Field = Field.Category,
            Values = [new DecidingValue("v", violation.Value), new DecidingValue("limit", limit)],
        };
    }

    static SplitKey? TrainingOf(SplitCounts evidence, SplitKey of)
    {
        foreach (var split in evidence.Splits)
            if (split.Set == of.Set && split.IsTraining)
                return split;
        return null;
    }

    // Of those that the split has, so that there is an annotation to point at.
    static int MostDifferent(long[] trained, long[] tested)
    {
        var (best, largest) = (-1, -1.0);
        for (var category = 0; category < trained.Length; category++)
        {
            if (tested[category] == 0)
                continue;
            var difference = Math.Abs(
                trained[category] / (double)trained.Sum() - tested[category] / (double)tested.Sum()
            );
            if (difference > largest)
                (best, largest) = (category, difference);
        }

        return best;
    }

    static double CramersV(long[] a, long[] b)
    {
        double sumA = a.Sum(),
            sumB = b.Sum();
        var n = sumA + sumB;
        var (chiSquare, rows) = (0.0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            double sum = a[i] + b[i];
            if (sum == 0)
                continue;
            rows++;
            var (expectedA, expectedB) = (sum * sumA / n, sum * sumB / n);
            chiSquare += Math.Pow(a[i] - expectedA, 2) / expectedA + Math.Pow(b[i] - expectedB, 2) / expectedB;
        }

        const double Columns = 2;
        var phiSquare = Math.Max(0, chiSquare / n - (rows - 1) * (Columns - 1) / (n - 1));
        var correctedRows = rows - (rows - 1) * (rows - 1) / (n - 1);
        var correctedColumns = Columns - (Columns - 1) * (Columns - 1) / (n - 1);
        var smaller = Math.Min(correctedRows - 1, correctedColumns - 1);
        return smaller > 0 ? Math.Sqrt(phiSquare / smaller) : 0;
    }
}
