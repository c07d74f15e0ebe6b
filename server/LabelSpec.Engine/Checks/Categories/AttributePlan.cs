using LabelSpec.Annotations.Model;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>
/// The attributes of a class beside the columns of the data that hold them. Distinct values are judged once, here; rows are
/// then judged by their codes.
/// </summary>
sealed class AttributePlan
{
    static readonly AttributePlan Nothing = new([]);

    AttributePlan(AttributeEntry[] entries) => Entries = entries;

    public AttributeEntry[] Entries { get; }

    /// <summary>One plan for each category of the data; an empty one where the guideline has no class for it.</summary>
    public static AttributePlan[] OfCategories(Dataset dataset, DatasetFacts facts)
    {
        var byClass = new Dictionary<ClassSymbol, AttributePlan>();
        var plans = new AttributePlan[dataset.Categories.Count];
        for (var category = 0; category < plans.Length; category++)
        {
            if (facts.ClassOf(category) is not { } symbol)
                plans[category] = Nothing;
            else if (byClass.TryGetValue(symbol, out var known))
                plans[category] = known;
            else
                byClass.Add(symbol, plans[category] = Of(symbol.Attributes, dataset.Annotations.Attributes));
        }

        return plans;
    }

    /// <summary>The plan for what the guideline says about images.</summary>
    public static AttributePlan OfImages(Guideline? guideline, AttributeTable attributes) =>
        guideline is null ? Nothing : Of(guideline.ImageAttributes, attributes);

    static AttributePlan Of(IEnumerable<AttributeSymbol> symbols, AttributeTable attributes) =>
        new([.. symbols.Select(symbol => new AttributeEntry(symbol, attributes.Find(symbol.Label)))]);
}
