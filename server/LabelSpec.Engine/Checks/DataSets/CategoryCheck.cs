using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>Judges the categories as files declare them.</summary>
abstract class CategoryCheck(CheckInfo info, CheckContext context) : DatasetCheck(info, context)
{
    public sealed override void Judge(CheckReport report)
    {
        var declarations = Data.Categories.Declarations;
        for (var i = 0; i < declarations.Length; i++)
        {
            report.Judged();
            Judge(i, declarations[i], report);
        }
    }

    protected abstract void Judge(int index, CategoryDeclaration declaration, CheckReport report);

    protected static Violation OfCategory(int index, int other = -1) =>
        new()
        {
            Kind = SubjectKind.Category,
            Subject = index,
            Other = other,
        };
}
