using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Attributes;

/// <summary>One value of an enum attribute.</summary>
public sealed class EnumValueSymbol : Symbol
{
    internal EnumValueSymbol(string name, string label, SourceSpan nameSpan, SourceSpan span)
        : base(name, nameSpan, span) => Label = label;

    /// <summary>The text in annotation files; the name, where the guideline gives no dataset label.</summary>
    public string Label { get; }
}
