using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols;

/// <summary>Something that a guideline declares and names. Symbols are compared by identity.</summary>
public abstract class Symbol
{
    private protected Symbol(string name, SourceSpan nameSpan, SourceSpan span)
    {
        Name = name;
        NameSpan = nameSpan;
        Span = span;
    }

    public string Name { get; }

    /// <summary>Where the name stands.</summary>
    public SourceSpan NameSpan { get; }

    /// <summary>The whole declaration.</summary>
    public SourceSpan Span { get; }

    /// <summary>Markdown of the doc comment, or null.</summary>
    public string? Documentation { get; internal init; }

    public override string ToString() => Name;
}
