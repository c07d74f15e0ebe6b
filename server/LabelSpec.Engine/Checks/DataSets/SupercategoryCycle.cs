using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>A category is its own supercategory by way of others.</summary>
sealed class SupercategoryCycle(CheckContext context) : CategoryCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5008", "supercategory_cycle", "Supercategories form a circle", Severity.Error);

    protected override void Judge(int index, CategoryDeclaration declaration, CheckReport report)
    {
        // Each circle once, at its first declaration; a category may share its name with its supercategory.
        if (Circle(index) is { Count: > 1 } circle && circle.Min() == index)
            report.Violated(OfCategory(index));
    }

    public override Explanation Explain(in Violation violation)
    {
        var names = Circle(violation.Subject)!.ConvertAll(index => Data.Categories.Declarations[index].Name);
        return new($"Each is the supercategory of the one before: {string.Join(", ", names)}, {names[0]}.")
        {
            Field = new Field(FieldKind.Supercategory),
        };
    }

    // The declarations from this one back to itself; null where the way ends or runs into another circle.
    List<int>? Circle(int start)
    {
        var circle = new List<int> { start };
        for (var at = ParentOf(start); at != start; at = ParentOf(at))
        {
            if (at < 0 || circle.Contains(at))
                return null;
            circle.Add(at);
        }

        return circle;
    }

    int ParentOf(int index)
    {
        var declaration = Data.Categories.Declarations[index];
        if (declaration.Supercategory is not { Length: > 0 } name)
            return -1;
        var parent = Data.Categories.IndexOf(name);
        for (var i = 0; parent >= 0 && i < Data.Categories.Declarations.Length; i++)
            if (
                Data.Categories.OfDeclaration(i) == parent
                && Data.Categories.Declarations[i].Span.File == declaration.Span.File
            )
                return i;
        return -1;
    }
}
