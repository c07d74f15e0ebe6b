using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>Attributes that a file declares and no annotation has: one finding for each file.</summary>
sealed class UnusedAttributes(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5016", "unused_attributes", "Attributes that no annotation has", Severity.Info);

    public override void Judge(CheckReport report)
    {
        foreach (var (file, unused, declared) in ByFile())
        {
            report.Judged(declared);
            if (unused.Count > 0)
                report.Violated(
                    new()
                    {
                        Kind = SubjectKind.Category,
                        Subject = unused[0].Declaration,
                        Value = unused.Count,
                        Limit = declared,
                    }
                );
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var file = Data.Categories.Declarations[violation.Subject].Span.File;
        var names = ByFile().First(one => one.File == file).Unused.ConvertAll(one => one.Name);
        return new(
            $"{violation.Value} of {Wording.Count((long)violation.Limit, "declared attribute")} "
                + $"{(violation.Value == 1 ? "is" : "are")} on no annotation: {Wording.List(names)}."
        )
        {
            Values = [new DecidingValue("unused", violation.Value), new DecidingValue("declared", violation.Limit)],
        };
    }

    // Only categories that have annotations: those without are reported by LS5010.
    List<(int File, List<(int Declaration, string Name)> Unused, int Declared)> ByFile()
    {
        var declarations = Data.Categories.Declarations;
        var used = Used();
        return
        [
            .. Enumerable
                .Range(0, declarations.Length)
                .Where(i => Facts.AnnotationsPerCategory[Data.Categories.OfDeclaration(i)] > 0)
                .SelectMany(i => declarations[i].Attributes.Select(attribute => (Declaration: i, attribute.Name)))
                .GroupBy(one => declarations[one.Declaration].Span.File)
                .Select(group =>
                    (
                        group.Key,
                        group
                            .Where(one =>
                                !used.Contains((group.Key, Data.Categories.OfDeclaration(one.Declaration), one.Name))
                            )
                            .Select(one => (one.Declaration, $"{declarations[one.Declaration].Name}.{one.Name}"))
                            .ToList(),
                        group.Count()
                    )
                ),
        ];
    }

    HashSet<(int File, int Category, string Name)> Used()
    {
        var used = new HashSet<(int, int, string)>();
        foreach (var column in Facts.DeclaresAttributes ? Rows.Attributes.Columns : [])
        foreach (var (row, _) in column.Entries)
            used.Add((Rows.FileOf(row), Rows.Categories[row], column.Name));
        return used;
    }
}
