using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>Categories that no annotation has: one finding with their names.</summary>
sealed class UnusedCategories(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5010", "unused_categories", "Categories without annotations", Severity.Info);

    public override void Judge(CheckReport report)
    {
        if (Data.Categories.Declarations.IsEmpty || Rows.Count == 0)
            return;
        var unused = Unused();
        report.Judged();
        if (unused.Count > 0)
            report.Violated(
                new()
                {
                    Kind = SubjectKind.Category,
                    Subject = FirstDeclarationOf(unused[0]),
                    Value = unused.Count,
                }
            );
    }

    public override Explanation Explain(in Violation violation)
    {
        var names = Unused().ConvertAll(category => Data.Categories.NameOf(category));
        return new($"{names.Count} of {Data.Categories.Count} categories have no annotation: {Wording.List(names)}.")
        {
            Values = [new DecidingValue("unused", names.Count), new DecidingValue("categories", Data.Categories.Count)],
        };
    }

    List<int> Unused()
    {
        var counts = Facts.AnnotationsPerCategory;
        var unused = new List<int>();
        for (var category = 0; category < counts.Length; category++)
            if (counts[category] == 0 && FirstDeclarationOf(category) >= 0)
                unused.Add(category);
        return unused;
    }

    int FirstDeclarationOf(int category)
    {
        for (var i = 0; i < Data.Categories.Declarations.Length; i++)
            if (Data.Categories.OfDeclaration(i) == category)
                return i;
        return -1;
    }
}
