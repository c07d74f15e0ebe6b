using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Engine.Migration;

/// <summary>What a guideline says about the words of its earlier versions.</summary>
public static class GuidelineHistory
{
    /// <summary>Replaced labels and deprecated classes with the class to use instead; aliases where they are asked for.</summary>
    /// <param name="guideline">The guideline as it is now.</param>
    /// <param name="withAliases">Whether aliases, which are right in data, are to give way to the label.</param>
    public static IEnumerable<LabelChange> ChangesOf(Guideline guideline, bool withAliases)
    {
        foreach (var symbol in guideline.Classes.Where(symbol => !symbol.IsAbstract))
        {
            if (symbol.Deprecated is { Use: { IsAbstract: false } use })
                yield return new LabelChange.OfClass(symbol.Label, use.Label);
            foreach (var replaced in symbol.Replaces)
                if (guideline.FindClassByLabel(replaced.Name) is null)
                    yield return new LabelChange.OfClass(replaced.Name, (symbol.Deprecated?.Use ?? symbol).Label);
            if (withAliases)
                foreach (var alias in symbol.Aliases)
                    yield return new LabelChange.OfClass(alias.Name, symbol.Label);
        }
    }
}
