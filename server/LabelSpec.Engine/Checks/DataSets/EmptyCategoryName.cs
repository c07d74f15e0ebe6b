using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

sealed class EmptyCategoryName(CheckContext context) : CategoryCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5003", "empty_category_name", "Category without a name", Severity.Error);

    protected override void Judge(int index, CategoryDeclaration declaration, CheckReport report)
    {
        // Where there is no text at all, whoever read the file has said so.
        if (declaration.Name is { } name && string.IsNullOrWhiteSpace(name))
            report.Violated(OfCategory(index));
    }

    public override Explanation Explain(in Violation violation) =>
        new($"Category {Data.IdTexts.Show(Data.Categories.Declarations[violation.Subject].Id)} has no name.")
        {
            Field = new Field(FieldKind.Name),
        };
}
