using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>A category that the guideline does not know under any of its labels and aliases.</summary>
sealed class UnknownClass(CheckContext context) : ClassCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3101", "unknown_class", "Class is not in the guideline", Severity.Error) { HasFix = true };

    protected override bool IsWrong(string name, ClassSymbol? symbol) =>
        // An empty name is no class at all, which is a finding of its own.
        symbol is null
        && name.Length > 0
        && Guideline?.FindClassByReplacedLabel(name) is null;

    public override Explanation Explain(in Violation violation)
    {
        var name = CategoryOf(violation);
        var nearest = NearestWord.Find(
            name,
            Guideline?.Classes.Where(one => !one.IsAbstract).Select(one => one.Label) ?? []
        );
        return new($"The guideline has no class \"{name}\"." + (nearest is null ? "" : $" Did you mean \"{nearest}\"?"))
        {
            Field = Field.Category,
            Values = [new DecidingValue("class", name)],
            Repairs = nearest is null
                ? []
                :
                [
                    .. NewClass
                        .Of(Data, violation.Subject, name, nearest)
                        .Select(repair => repair with { IsSafe = false }),
                ],
        };
    }
}
