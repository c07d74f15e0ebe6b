using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>Two categories of one file with one id: readers keep the last one, and its annotations change class.</summary>
sealed class DuplicateCategoryId(CheckContext context) : CategoryCheck(Info, context)
{
    readonly Dictionary<(int File, RecordId Id), int> first = [];

    public static new CheckInfo Info { get; } =
        new("LS5001", "duplicate_category_id", "Category id used twice", Severity.Error);

    protected override void Judge(int index, CategoryDeclaration declaration, CheckReport report)
    {
        if (!declaration.Id.IsNone && !first.TryAdd((declaration.Span.File, declaration.Id), index))
            report.Violated(OfCategory(index, first[(declaration.Span.File, declaration.Id)]));
    }

    public override Explanation Explain(in Violation violation)
    {
        var (again, before) = (
            Data.Categories.Declarations[violation.Subject],
            Data.Categories.Declarations[violation.Other]
        );
        var id = Data.IdTexts.Show(again.Id);
        return new($"The category id {id} belongs to \"{before.Name}\" already, and here to \"{again.Name}\".")
        {
            Field = Field.Id,
            Values = [new DecidingValue("id", id)],
            Related = [new(SubjectKind.Category, violation.Other, "first category with this id")],
        };
    }
}
