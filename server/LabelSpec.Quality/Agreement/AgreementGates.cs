using System.Collections.Immutable;
using System.Globalization;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Quality.Agreement;

/// <summary>Judges an agreement by the <c>agreement</c> criteria of a guideline.</summary>
public static class AgreementGates
{
    public static ImmutableArray<AgreementGate> Judge(AgreementReport report, IEnumerable<QualityGate> gates) =>
        [.. gates.Select(gate => Judge(report, gate))];

    static AgreementGate Judge(AgreementReport report, QualityGate gate)
    {
        var (value, reason) = ValueOf(report, gate);
        if (double.IsNaN(value))
            return new(TextOf(gate), value, null, reason ?? "nothing to measure it by");
        return new(TextOf(gate), value, gate.Operator.Holds(value, gate.Threshold), null);
    }

    static (double Value, string? Reason) ValueOf(AgreementReport report, QualityGate gate)
    {
        if (gate.AttributeName is { } name)
            return report.ByAttribute.FirstOrDefault(attribute => attribute.Name == name) is { } attribute
                ? Of(attribute.Agreement, gate.Metric)
                : (double.NaN, $"nobody answers {name} twice");
        if (gate.Classes is not { } classes)
            return gate.Metric switch
            {
                "iou" => (MeanOfPairs(report, pair => pair.MeanOverlap), "no two drew the same object"),
                "f1" => (MeanOfPairs(report, pair => pair.F1), "nobody drew anything"),
                _ => Of(report.Objects, gate.Metric),
            };
        // The alpha of "this class or not" is one of a single class.
        var names = classes
            .Classes.SelectMany(symbol => new[] { symbol.Name, symbol.Label })
            .ToHashSet(StringComparer.Ordinal);
        var found = report.ByClass.Where(category => names.Contains(category.Name)).ToList();
        return gate.Metric == "alpha" && found is [var one] && classes.Count == 1
            ? (one.Alpha.Value, one.Alpha.Undefined)
            : (double.NaN, "of classes, only the alpha of a single one that was drawn is measured");
    }

    static (double, string?) Of(TableAgreement table, string metric)
    {
        var coefficient = metric switch
        {
            "alpha" => table.Alpha,
            "kappa" => table.WeightedCohen ?? table.Cohen,
            "fleiss_kappa" or "pi" => table.Fleiss,
            "ac1" => table.Gwet,
            "percent" => table.Percent,
            _ => Coefficient.Without($"agree does not measure {metric} of it"),
        };
        return (coefficient.Value, coefficient.Undefined);
    }

    static double MeanOfPairs(AgreementReport report, Func<PairAgreement, double> value) =>
        report.Pairs.Select(value).Where(each => !double.IsNaN(each)).DefaultIfEmpty(double.NaN).Average();

    static string TextOf(QualityGate gate)
    {
        var of =
            gate.AttributeName is { } name ? $" of {name}"
            : gate.Classes is { } classes ? $" of {classes.Text}"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{gate.Metric}{of} {gate.Operator.Sign()} {gate.Threshold}"
        );
    }
}
