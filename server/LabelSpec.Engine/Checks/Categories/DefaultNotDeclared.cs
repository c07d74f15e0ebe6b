using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks.DataSets;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>A declared default that is none of the declared values: annotators who change nothing make errors.</summary>
sealed class DefaultNotDeclared(CheckContext context) : CategoryCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3111", "default_not_declared", "Default is not among the declared values", Severity.Warning)
        {
            HasFix = true,
        };

    protected override void Judge(int index, CategoryDeclaration declaration, CheckReport report)
    {
        for (var i = 0; i < declaration.Attributes.Length; i++)
        {
            var attribute = declaration.Attributes[i];
            if (
                AttributeDeclarations.ListsItsValues(attribute)
                && !string.IsNullOrEmpty(attribute.Default)
                && !attribute.Values.Contains(attribute.Default)
            )
            {
                report.Violated(OfCategory(index) with { Detail = i });
                return;
            }
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var declaration = Data.Categories.Declarations[violation.Subject];
        var attribute = declaration.Attributes[violation.Detail];
        return new(
            $"The default of {attribute.Name} of \"{declaration.Name}\" is \"{attribute.Default}\", but its values are "
                + $"{Wording.Quoted(attribute.Values)}."
        )
        {
            Values =
            [
                new DecidingValue("attribute", attribute.Name),
                new DecidingValue("default", attribute.Default ?? ""),
            ],
            Repairs =
            [
                new(
                    $"List \"{attribute.Default}\" among the values of {attribute.Name}",
                    new ElementChange.DeclareValue(
                        Element.CategoryDeclaration(violation.Subject),
                        attribute.Name,
                        attribute.Default ?? ""
                    )
                )
                {
                    IsSafe = false,
                },
            ],
        };
    }
}
