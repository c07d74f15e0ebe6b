using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>
/// Files of one data set number their categories differently: an id that is one class here is another there. One finding
/// for each file, against the first file of its set.
/// </summary>
sealed class CategoryIdsDiffer(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5007", "category_ids_differ", "Category ids differ between files", Severity.Error);

    public override void Judge(CheckReport report)
    {
        var declarations = Data.Categories.Declarations;
        var first = new Dictionary<(string Set, RecordId Id), int>();
        var judged = -1;
        for (var i = 0; i < declarations.Length; i++)
        {
            var (file, declaration) = (declarations[i].Span.File, declarations[i]);
            if (declaration.Id.IsNone || declaration.Name is null || Facts.Splits.SetOfFile(file) is not { } set)
                continue;
            if (first.TryAdd((set, declaration.Id), i))
                continue;
            var other = first[(set, declaration.Id)];
            if (declarations[other].Span.File == file || judged == file || declarations[other].Name == declaration.Name)
                continue;
            judged = file;
            report.Judged();
            report.Violated(
                new()
                {
                    Kind = SubjectKind.Category,
                    Subject = i,
                    Other = other,
                }
            );
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var (here, there) = (
            Data.Categories.Declarations[violation.Subject],
            Data.Categories.Declarations[violation.Other]
        );
        return new(
            $"Category {Data.IdTexts.Show(here.Id)} is \"{here.Name}\" here and \"{there.Name}\" in "
                + $"{Path.GetFileName(Data.Files[there.Span.File].Path)}, which belongs to the same data set."
        )
        {
            Field = new Field(FieldKind.Name),
            Values = [new DecidingValue("here", here.Name!), new DecidingValue("there", there.Name!)],
            Related = [new(SubjectKind.Category, violation.Other, "the same id with another name")],
        };
    }
}
