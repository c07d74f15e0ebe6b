using LabelSpec.Engine.Violations;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>
/// Judges annotations by their category alone, against the guideline. Each category is judged once; its annotations follow by
/// a table.
/// </summary>
abstract class ClassCheck : ColumnCheck
{
    readonly bool[] isWrong;
    readonly bool isApplicable;

    protected ClassCheck(CheckInfo info, CheckContext context)
        : base(info, context)
    {
        // A guideline without classes speaks of none.
        isApplicable = context.Guideline is { Classes.IsEmpty: false };
        isWrong = new bool[context.Dataset.Categories.Count];
        for (var category = 0; isApplicable && category < isWrong.Length; category++)
            isWrong[category] = IsWrong(context.Dataset.Categories.NameOf(category), context.Facts.ClassOf(category));
    }

    public sealed override void Judge(int first, int end, CheckReport report)
    {
        if (!isApplicable)
            return;
        for (var row = first; row < end; row++)
        {
            var category = Rows.Categories[row];
            if (category < 0)
                continue;
            report.Judged();
            if (isWrong[category])
                report.Violated(Violation.OfAnnotation(row));
        }
    }

    /// <summary>Judges a category by its name in the data and the class that the guideline has for it, if any.</summary>
    protected abstract bool IsWrong(string name, ClassSymbol? symbol);

    protected string CategoryOf(in Violation violation) => Data.Categories.NameOf(Rows.Categories[violation.Subject]);
}
