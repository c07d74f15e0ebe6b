using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>Reports values with one verdict; a violation's detail is the place of the attribute in the class's plan.</summary>
abstract class AttributeCheck(CheckInfo info, CheckContext context, AttributeVerdict wrong) : ColumnCheck(info, context)
{
    readonly AttributePlan[] plans = context.Facts.AttributePlans;

    public sealed override void Judge(int first, int end, CheckReport report)
    {
        for (var row = first; row < end; row++)
        {
            var category = Rows.Categories[row];
            if (category < 0)
                continue;
            var entries = plans[category].Entries;
            for (var i = 0; i < entries.Length; i++)
            {
                if (entries[i].IsMissing(row))
                    continue;
                report.Judged();
                if (entries[i].VerdictOf(row) == wrong)
                    report.Violated(Violation.OfAnnotation(row) with { Detail = i });
            }
        }
    }

    public sealed override Explanation Explain(in Violation violation)
    {
        var entry = plans[Rows.Categories[violation.Subject]].Entries[violation.Detail];
        entry.Column!.TryGet(violation.Subject, out var value);
        var explanation = Explain(entry, $"{entry.Symbol.Name} of {NameOf(violation.Subject)}", value.ToString());
        return explanation with
        {
            Field = Field.Attribute(entry.Symbol.Label),
            Values = [new DecidingValue("attribute", entry.Symbol.Name), new DecidingValue("value", value.ToString())],
            Repairs = ValueMeant(entry, value) is { } meant
                ? [Meant.Value(violation.Subject, entry.Symbol.Label, meant)]
                : [],
        };
    }

    /// <param name="entry">The attribute.</param>
    /// <param name="what">How to call it: <c>state of traffic_light 7</c>.</param>
    /// <param name="value">Its value.</param>
    protected abstract Explanation Explain(AttributeEntry entry, string what, string value);

    /// <summary>The allowed value that is nearly written; null where none is.</summary>
    protected virtual string? ValueMeant(AttributeEntry entry, AttributeValue value) => null;
}
