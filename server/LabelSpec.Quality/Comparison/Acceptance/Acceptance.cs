using System.Collections.Immutable;
using System.Globalization;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Quality.Comparison;

/// <summary>Judges a result by the <c>accept</c> criteria of a guideline.</summary>
public static class Acceptance
{
    public static ImmutableArray<GateVerdict> Judge(ComparisonResult result, IEnumerable<QualityGate> gates)
    {
        var summary = ComparisonSummary.Of(result);
        return [.. gates.Select(gate => Judge(result, summary, gate))];
    }

    static GateVerdict Judge(ComparisonResult result, ComparisonSummary summary, QualityGate gate)
    {
        var (value, reason) = ValueOf(result, summary, gate);
        if (double.IsNaN(value))
            return new(TextOf(gate), value, null, reason);
        return new(TextOf(gate), value, gate.Operator.Holds(value, gate.Threshold), null);
    }

    static (double Value, string? Reason) ValueOf(ComparisonResult result, ComparisonSummary summary, QualityGate gate)
    {
        var labels = gate.Classes is null
            ? [.. result.Labels]
            : gate.Classes.Select(symbol => symbol.Name).ToHashSet(StringComparer.Ordinal);
        if (gate.AttributeName is not null || gate.Metric == "attribute_accuracy")
            return (
                AttributeAccuracy(summary, labels, gate.AttributeName),
                "no pair of annotations has a value to compare"
            );
        var scores = summary.Labels.Where(label => labels.Contains(label.Label)).ToList();
        var counts = gate.Classes is null ? summary.Scores.Counts : CountsOf(result, labels);
        var set = ScoreSet.Of(counts, double.NaN);
        return gate.Metric switch
        {
            "accuracy" => (set.Accuracy, "neither side has an annotation of it"),
            "precision" => (set.Precision, "the work has no annotation of it"),
            "recall" => (set.Recall, "the ground truth has no annotation of it"),
            "f1" => (set.F1, "neither side has an annotation of it"),
            "iou" => (gate.Classes is null ? summary.MeanIou : MeanIou(scores), "no annotation of it was paired"),
            "class_accuracy" => (ClassAccuracy(result, labels), "no annotation of it was paired"),
            "pq" => (
                scores.Select(label => label.PanopticQuality).DefaultIfEmpty(double.NaN).Average(),
                "neither side has an annotation of it"
            ),
            _ => (double.NaN, $"compare does not measure {gate.Metric}"),
        };
    }

    // A pair of two different labels of the set is one annotation of either side, and one error.
    static Counts CountsOf(ComparisonResult result, HashSet<string> labels)
    {
        bool[] chosen = [.. result.Labels.Select(labels.Contains)];
        long valid = 0,
            missing = 0,
            extra = 0,
            total = 0,
            truths = 0,
            works = 0;
        foreach (var image in result.Images)
        foreach (var outcome in image.Outcomes)
        {
            var isTruth = outcome.TruthLabel >= 0 && chosen[outcome.TruthLabel];
            var isWork = outcome.WorkLabel >= 0 && chosen[outcome.WorkLabel];
            if (!isTruth && !isWork)
                continue;
            total++;
            truths += isTruth ? 1 : 0;
            works += isWork ? 1 : 0;
            valid += outcome.IsValid ? 1 : 0;
            missing += outcome.Work < 0 ? 1 : 0;
            extra += outcome.Truth < 0 ? 1 : 0;
        }

        return new(valid, missing, extra, total) { Truth = truths, Work = works };
    }

    static double AttributeAccuracy(ComparisonSummary summary, HashSet<string> labels, string? attribute)
    {
        var scores = summary
            .Attributes.Where(score =>
                labels.Contains(score.Label) && (attribute is null || score.Attribute == attribute)
            )
            .ToList();
        return scores.Sum(score => score.Equal) / (double)scores.Sum(score => score.Compared);
    }

    static double MeanIou(List<LabelScore> scores) =>
        scores.Where(label => label.Scores.Counts.Valid > 0).Sum(label => label.MeanIou * label.Scores.Counts.Valid)
        / scores.Sum(label => label.Scores.Counts.Valid);

    static double ClassAccuracy(ComparisonResult result, HashSet<string> labels)
    {
        long valid = 0,
            pairs = 0;
        foreach (var image in result.Images)
        foreach (var outcome in image.Outcomes)
            if (outcome.IsPair && labels.Contains(result.Labels[outcome.TruthLabel]))
                (valid, pairs) = (valid + (outcome.IsValid ? 1 : 0), pairs + 1);
        return valid / (double)pairs;
    }

    static string TextOf(QualityGate gate)
    {
        var of = gate.Classes is null ? "" : $" of {gate.Classes}";
        var attribute = gate.AttributeName is null ? "" : $".{gate.AttributeName}";
        return $"{gate.Metric}{of}{attribute} {gate.Operator.Sign()} {gate.Threshold.ToString(CultureInfo.InvariantCulture)}";
    }
}
