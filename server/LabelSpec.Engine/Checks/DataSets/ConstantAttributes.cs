using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>
/// An attribute nearly always has one value: its default that nobody changed, or a question that is not worth asking. One
/// finding for each attribute. Off unless asked for, as it is an opinion.
/// </summary>
sealed class ConstantAttributes(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5017", "constant_attributes", "Attribute nearly always has one value", Severity.Off)
        {
            Parameters =
            [
                new("share", 0.99, "%", "From this share of one value on"),
                new("annotations", 100, "", "Attributes of fewer annotations are not judged"),
            ],
        };

    readonly double limit = context.Settings.ParameterOf(Info, "share");
    readonly double fewest = context.Settings.ParameterOf(Info, "annotations");

    public override void Judge(CheckReport report)
    {
        for (var i = 0; i < Rows.Attributes.Columns.Length; i++)
        {
            var column = Rows.Attributes.Columns[i];
            var counts = new long[column.Pool.Length];
            foreach (var (_, code) in column.Entries)
                counts[code]++;
            if (counts.Sum() < fewest)
                continue;
            report.Judged();
            var most = counts.AsSpan().IndexOf(counts.Max());
            var share = counts[most] / (double)counts.Sum();
            if (share >= limit)
                report.Violated(
                    Violation.OfAnnotation(column.FirstRowOf(most)) with
                    {
                        Detail = i,
                        Value = share,
                        Limit = counts.Sum(),
                    }
                );
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var column = Rows.Attributes.Columns[violation.Detail];
        column.TryGet(violation.Subject, out var value);
        return new(
            $"{column.Name} is \"{value}\" on {Wording.Percent(violation.Value)} of {violation.Limit} annotations."
        )
        {
            Field = Field.Attribute(column.Name),
            Values = [new DecidingValue("share", violation.Value), new DecidingValue("annotations", violation.Limit)],
        };
    }
}
