using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.Rules.Compilation;

/// <summary>As long as it lasts, the variable bound last has a value.</summary>
readonly ref struct BoundScope(List<VariableSymbol> bound)
{
    public void Dispose() => bound.RemoveAt(bound.Count - 1);
}
