using LabelSpec.Annotations.Model;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Engine.Rules.Data;

/// <summary>
/// Which class of the guideline each category of the data is. Categories that the guideline does not know are of no class,
/// and no rule speaks of them.
/// </summary>
sealed class ClassMap
{
    readonly int[] classOfCategory;
    readonly Dictionary<ClassSet, bool[]> members = [];

    public ClassMap(Dataset dataset, Guideline guideline)
    {
        Guideline = guideline;
        classOfCategory = new int[dataset.Categories.Count];
        for (var category = 0; category < classOfCategory.Length; category++)
        {
            var symbol = guideline.FindClassByLabel(dataset.Categories.NameOf(category));
            classOfCategory[category] = symbol is null || symbol.IsAbstract ? -1 : symbol.Index;
        }
    }

    public Guideline Guideline { get; }

    public int Categories => classOfCategory.Length;

    /// <summary>The index of the class, −1 for none.</summary>
    public int ClassOf(int category) => category < 0 ? -1 : classOfCategory[category];

    public ClassSymbol? SymbolOf(int category)
    {
        var index = ClassOf(category);
        return index < 0 ? null : Guideline.Classes[index];
    }

    /// <summary>For each category, shifted by one as −1 is no category, whether its class is in the set.</summary>
    public bool[] Members(ClassSet classes)
    {
        if (members.TryGetValue(classes, out var known))
            return known;
        var flags = new bool[classOfCategory.Length + 1];
        for (var category = 0; category < classOfCategory.Length; category++)
            flags[category + 1] = classOfCategory[category] >= 0 && classes.Contains(classOfCategory[category]);
        members.Add(classes, flags);
        return flags;
    }
}
