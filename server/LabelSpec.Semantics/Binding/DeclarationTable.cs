using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding;

/// <summary>What the files of a guideline declare, by name. Filled by one phase, read by the later ones.</summary>
internal sealed class DeclarationTable
{
    public List<ClassEntry> Classes { get; } = [];

    public Dictionary<string, ClassEntry> ClassesByName { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SkeletonSymbol> Skeletons { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, LetEntry> Lets { get; } = new(StringComparer.Ordinal);

    public ImmutableArray<AttributeSymbol> ImageAttributes { get; set; } = [];

    /// <summary>
    /// Whether an import was not found: then a name that is near to no known one probably stands in that file, and only the import is
    /// reported.
    /// </summary>
    public bool IsIncomplete { get; set; }

    public ClassSymbol? FindClass(string name) => ClassesByName.GetValueOrDefault(name)?.Symbol;
}
