using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>One name with two ids in one file: the class is split in two.</summary>
sealed class DuplicateCategoryName(CheckContext context) : CategoryCheck(Info, context)
{
    readonly Dictionary<(int File, string Name), int> first = [];

    public static new CheckInfo Info { get; } =
        new("LS5002", "duplicate_category_name", "Category name used twice", Severity.Error);

    protected override void Judge(int index, CategoryDeclaration declaration, CheckReport report)
    {
        if (
            !string.IsNullOrWhiteSpace(declaration.Name)
            && !Facts.Conventions.SharesNames(declaration.Span.File)
            && !first.TryAdd((declaration.Span.File, declaration.Name), index)
        )
            report.Violated(OfCategory(index, first[(declaration.Span.File, declaration.Name)]));
    }

    public override Explanation Explain(in Violation violation)
    {
        var name = Data.Categories.Declarations[violation.Subject].Name ?? "";
        return new($"The category \"{name}\" is declared twice in this file.")
        {
            Field = new Field(FieldKind.Name),
            Values = [new DecidingValue("name", name)],
            Related = [new(SubjectKind.Category, violation.Other, "first category with this name")],
        };
    }
}
