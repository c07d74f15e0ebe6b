using System.Collections.Immutable;

namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>Finds classes by what guidelines and annotation files call them. The first declaration of a name wins.</summary>
internal sealed class ClassLookup
{
    private readonly Dictionary<string, ClassSymbol> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClassSymbol> byLabel = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClassSymbol> byReplacedLabel = new(StringComparer.Ordinal);

    public ClassLookup(ImmutableArray<ClassSymbol> classes)
    {
        foreach (var symbol in classes)
        {
            byName.TryAdd(symbol.Name, symbol);
            byLabel.TryAdd(symbol.Label, symbol);
        }
        foreach (var symbol in classes)
        {
            foreach (var alias in symbol.Aliases)
            {
                byLabel.TryAdd(alias.Name, symbol);
            }
            foreach (var replaced in symbol.Replaces)
            {
                byReplacedLabel.TryAdd(replaced.Name, symbol);
            }
        }
    }

    public ClassSymbol? ByName(string name) => byName.GetValueOrDefault(name);

    public ClassSymbol? ByLabel(string label) => byLabel.GetValueOrDefault(label);

    public ClassSymbol? ByReplacedLabel(string label) => byReplacedLabel.GetValueOrDefault(label);
}
