using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>An annotation of a class that only sums up others.</summary>
sealed class AbstractClass(CheckContext context) : ClassCheck(Info, context)
{
    public static new CheckInfo Info { get; } = new("LS3103", "abstract_class", "Class is abstract", Severity.Error);

    protected override bool IsWrong(string name, ClassSymbol? symbol) => symbol is { IsAbstract: true };

    public override Explanation Explain(in Violation violation)
    {
        var symbol = Facts.ClassOf(Rows.Categories[violation.Subject])!;
        return new(
            $"\"{symbol.Label}\" only sums up other classes; use one of them: "
                + $"{Wording.List([.. symbol.ConcreteDescendants.Classes.Select(one => one.Label)])}."
        )
        {
            Field = Field.Category,
            Values = [new DecidingValue("class", symbol.Label)],
        };
    }
}
