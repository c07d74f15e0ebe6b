using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>A label of an earlier version of the guideline, or a class that it advises against.</summary>
sealed class OutdatedClass(CheckContext context) : ClassCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3102", "outdated_class", "Class is replaced or deprecated", Severity.Warning) { HasFix = true };

    protected override bool IsWrong(string name, ClassSymbol? symbol) =>
        symbol is null ? Guideline?.FindClassByReplacedLabel(name) is not null : symbol.Deprecated is not null;

    public override Explanation Explain(in Violation violation)
    {
        var name = CategoryOf(violation);
        var symbol = Facts.ClassOf(Rows.Categories[violation.Subject]);
        var use = symbol is null ? Guideline?.FindClassByReplacedLabel(name) : symbol.Deprecated?.Use;
        var why = symbol?.Deprecated?.Why is { Length: > 0 } reason ? $": {reason}" : "";
        return new(
            (
                symbol is null
                    ? $"\"{name}\" is a label of an earlier version"
                    : $"The class \"{name}\" is deprecated{why}"
            ) + (use is null ? "." : $"; use \"{use.Label}\".")
        )
        {
            Field = Field.Category,
            Values = [new DecidingValue("class", name)],
            Repairs = use is null ? [] : [.. NewClass.Of(Data, violation.Subject, name, use.Label)],
        };
    }
}
