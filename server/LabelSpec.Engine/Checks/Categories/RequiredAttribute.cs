using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>An attribute that the guideline requires and the annotation lacks. Conditional ones are rules of the guideline.</summary>
sealed class RequiredAttribute(CheckContext context) : ColumnCheck(Info, context)
{
    readonly AttributePlan[] plans = context.Facts.AttributePlans;

    public static new CheckInfo Info { get; } =
        new("LS3109", "required_attribute", "Required attribute is missing", Severity.Error);

    public override void Judge(int first, int end, CheckReport report)
    {
        for (var row = first; row < end; row++)
        {
            var category = Rows.Categories[row];
            if (category < 0)
                continue;
            var entries = plans[category].Entries;
            for (var i = 0; i < entries.Length; i++)
            {
                if (!entries[i].Symbol.IsRequired)
                    continue;
                report.Judged();
                if (entries[i].IsMissing(row))
                    report.Violated(Violation.OfAnnotation(row) with { Detail = i });
            }
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var symbol = plans[Rows.Categories[violation.Subject]].Entries[violation.Detail].Symbol;
        return new($"{NameOf(violation.Subject)} has no {symbol.Name}, which the guideline requires ({symbol.Type}).")
        {
            Values = [new DecidingValue("attribute", symbol.Name)],
        };
    }
}
