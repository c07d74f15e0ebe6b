using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>A category is its own supercategory by way of others.</summary>
sealed class SupercategoryCycle(CheckContext context) : CategoryCheck(Info, context)
{
    /// <summary>Names of a circle that a message shows.</summary>
    const int MostNames = 8;

    // By their first declarations. A file may declare a hundred thousand categories in one chain, which is walked once.
    readonly Lazy<Dictionary<int, List<int>>> circles = new(() => CirclesOf(context.Dataset.Categories));

    public static new CheckInfo Info { get; } =
        new("LS5008", "supercategory_cycle", "Supercategories form a circle", Severity.Error);

    protected override void Judge(int index, CategoryDeclaration declaration, CheckReport report)
    {
        if (circles.Value.ContainsKey(index))
            report.Violated(OfCategory(index));
    }

    public override Explanation Explain(in Violation violation)
    {
        var circle = circles.Value[violation.Subject];
        var names = circle.Take(MostNames).Select(index => Data.Categories.Declarations[index].Name);
        var others = circle.Count > MostNames ? $", … ({circle.Count} in all)" : "";
        return new(
            $"Each is the supercategory of the one before: {string.Join(", ", names)}{others}, "
                + $"{Data.Categories.Declarations[circle[0]].Name}."
        )
        {
            Field = new Field(FieldKind.Supercategory),
        };
    }

    // A category may share its name with its supercategory.
    static Dictionary<int, List<int>> CirclesOf(CategoryTable categories)
    {
        var parents = ParentsOf(categories);
        var walkOf = new int[parents.Length];
        var circles = new Dictionary<int, List<int>>();
        for (var start = 0; start < parents.Length; start++)
        {
            var walk = start + 1;
            var at = start;
            for (; at >= 0 && walkOf[at] == 0; at = parents[at])
                walkOf[at] = walk;
            if (at < 0 || walkOf[at] != walk || parents[at] == at)
                continue;
            var circle = new List<int> { at };
            for (var next = parents[at]; next != at; next = parents[next])
                circle.Add(next);
            var first = circle.Min();
            var turn = circle.IndexOf(first);
            circles.Add(first, [.. circle[turn..], .. circle[..turn]]);
        }

        return circles;
    }

    /// <summary>For each declaration the first one of its supercategory in the same file; −1 where there is none.</summary>
    static int[] ParentsOf(CategoryTable categories)
    {
        var declarations = categories.Declarations;
        var first = new Dictionary<(int File, int Category), int>();
        for (var i = 0; i < declarations.Length; i++)
            first.TryAdd((declarations[i].Span.File, categories.OfDeclaration(i)), i);
        var parents = new int[declarations.Length];
        for (var i = 0; i < parents.Length; i++)
            parents[i] =
                declarations[i].Supercategory is { Length: > 0 } name && categories.IndexOf(name) is >= 0 and var parent
                    ? first.GetValueOrDefault((declarations[i].Span.File, parent), -1)
                    : -1;
        return parents;
    }
}
