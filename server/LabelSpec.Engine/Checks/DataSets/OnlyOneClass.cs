using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>All annotations are of one class, although the files declare several.</summary>
sealed class OnlyOneClass(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5015", "only_one_class", "Only one class is used", Severity.Info)
        {
            Parameters = [new("annotations", 100, "", "Smaller data sets are not judged")],
        };

    readonly double fewest = context.Settings.ParameterOf(Info, "annotations");

    public override void Judge(CheckReport report)
    {
        if (Rows.Count < fewest || Data.Categories.Count < 2)
            return;
        report.Judged();
        if (Used() is [var only])
            report.Violated(Violation.OfAnnotation(Rows.Categories.IndexOf(only)));
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"All annotations are \"{Data.Categories.NameOf(Rows.Categories[violation.Subject])}\", although there are "
                + $"{Data.Categories.Count} categories."
        )
        {
            Field = Annotations.Formats.Field.Category,
        };

    List<int> Used()
    {
        var used = new List<int>();
        for (var category = 0; category < Data.Categories.Count; category++)
            if (Facts.AnnotationsPerCategory[category] > 0)
                used.Add(category);
        return used;
    }
}
