using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>
/// Values of an attribute that hardly any annotation has: mistypings, and answers that nobody can learn from. Only attributes that
/// are a choice among few words are judged. One finding for each attribute.
/// </summary>
sealed class RareAttributeValues(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5019", "rare_attribute_values", "Attribute values that hardly any annotation has", Severity.Info)
        {
            Parameters =
            [
                new("samples", 3, "", "A value of fewer annotations is rare"),
                new("annotations", 1000, "", "Attributes of fewer annotations are not judged"),
                new("values", 30, "", "Attributes of more values are no choice among few words"),
            ],
        };

    readonly double limit = context.Settings.ParameterOf(Info, "samples");
    readonly double fewest = context.Settings.ParameterOf(Info, "annotations");
    readonly double mostValues = context.Settings.ParameterOf(Info, "values");

    public override void Judge(CheckReport report)
    {
        for (var i = 0; i < Rows.Attributes.Columns.Length; i++)
        {
            var column = Rows.Attributes.Columns[i];
            var counts = CountsOf(column);
            if (counts.Sum() < fewest || counts.Count(count => count > 0) > mostValues || HasNumbers(column))
                continue;
            report.Judged();
            var rare = Rare(counts);
            if (rare.Count > 0)
                report.Violated(
                    Violation.OfAnnotation(column.FirstRowOf(rare[0])) with
                    {
                        Detail = i,
                        Value = rare.Count,
                        Limit = counts.Sum(),
                    }
                );
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var column = Rows.Attributes.Columns[violation.Detail];
        var counts = CountsOf(column);
        var rare = Rare(counts);
        var named = rare.Select(code => $"\"{column.Pool[code]}\" ({counts[code]})").ToList();
        return new(
            $"{Wording.Count(rare.Count, "value", "values")} of {column.Name} {(rare.Count == 1 ? "is" : "are")} on fewer than "
                + $"{Wording.Number(limit)} of {violation.Limit} annotations: {Wording.List(named)}; the commonest, "
                + $"\"{column.Pool[counts.AsSpan().IndexOf(counts.Max())]}\", is on {counts.Max()}."
        )
        {
            Field = Field.Attribute(column.Name),
            Values = [new DecidingValue("values", rare.Count), new DecidingValue("annotations", violation.Limit)],
            Related =
            [
                .. rare.Skip(1)
                    .Take(4)
                    .Select(code => new RelatedSubject(
                        SubjectKind.Annotation,
                        column.FirstRowOf(code),
                        $"{column.Name} is \"{column.Pool[code]}\""
                    )),
            ],
        };
    }

    List<int> Rare(long[] counts) =>
        [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0 && counts[code] < limit)];

    static long[] CountsOf(AttributeColumn column)
    {
        var counts = new long[column.Pool.Length];
        foreach (var (_, code) in column.Entries)
            counts[code]++;
        return counts;
    }

    static bool HasNumbers(AttributeColumn column)
    {
        foreach (var value in column.Pool)
            if (value.Kind == AttributeValueKind.Number)
                return true;
        return false;
    }
}
