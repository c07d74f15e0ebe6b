using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>
/// The classes of a file have other numbers than the project file holds fast under <c>class_ids</c>: models that were trained before
/// mean other classes by them. One finding for each file.
/// </summary>
sealed class ClassIdsChanged(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5037", "class_ids_changed", "Class ids differ from those of the project", Severity.Error);

    readonly ProjectFile? project = context.Facts.Project;

    public override void Judge(CheckReport report)
    {
        foreach (var (changed, declared) in ByFile())
        {
            report.Judged(declared);
            if (changed.Count > 0)
                report.Violated(
                    new()
                    {
                        Kind = SubjectKind.Category,
                        Subject = changed[0],
                        Value = changed.Count,
                        Limit = declared,
                    }
                );
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var file = Data.Categories.Declarations[violation.Subject].Span.File;
        var changed = ByFile().First(one => FileOf(one) == file).Changed;
        var says = changed.ConvertAll(Difference);
        return new(
            $"{violation.Value} of {Wording.Count((long)violation.Limit, "class", "classes")} "
                + $"{(violation.Value == 1 ? "has" : "have")} another id than the project file says: {Wording.List(says)}."
        )
        {
            Field = new Field(FieldKind.Name),
            Values = [new DecidingValue("changed", violation.Value), new DecidingValue("declared", violation.Limit)],
            Related =
            [
                .. changed.Skip(1).Take(4).Select(i => new RelatedSubject(SubjectKind.Category, i, Difference(i))),
            ],
        };
    }

    string Difference(int declaration)
    {
        var category = Data.Categories.Declarations[declaration];
        var id = Data.IdTexts.Show(category.Id);
        return project!.ClassIds.TryGetValue(id, out var expected)
            ? $"{id} is \"{category.Name}\", not \"{expected}\""
            : $"{id} (\"{category.Name}\") is not there";
    }

    int FileOf((List<int> Changed, int Declared) one) =>
        one.Changed.Count == 0 ? -1 : Data.Categories.Declarations[one.Changed[0]].Span.File;

    IEnumerable<(List<int> Changed, int Declared)> ByFile()
    {
        if (project is null || project.ClassIds.Count == 0)
            yield break;
        var declarations = Data.Categories.Declarations;
        var numbered = Enumerable
            .Range(0, declarations.Length)
            .Where(i => !declarations[i].Id.IsNone && declarations[i].Name is not null)
            .GroupBy(i => declarations[i].Span.File);
        foreach (var file in numbered)
            yield return (file.Where(IsChanged).ToList(), file.Count());
    }

    bool IsChanged(int declaration)
    {
        var category = Data.Categories.Declarations[declaration];
        return project!.ClassIds.GetValueOrDefault(Data.IdTexts.Show(category.Id)) != category.Name;
    }
}
