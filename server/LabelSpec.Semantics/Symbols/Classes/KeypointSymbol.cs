using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Classes;

public sealed class KeypointSymbol : Symbol
{
    internal KeypointSymbol(string name, int index, SourceSpan nameSpan)
        : base(name, nameSpan, nameSpan) => Index = index;

    /// <summary>The position in the skeleton.</summary>
    public int Index { get; }
}
