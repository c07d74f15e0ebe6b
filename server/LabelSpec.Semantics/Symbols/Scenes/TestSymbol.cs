using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>A small scene, and what the guideline must say about it.</summary>
public sealed class TestSymbol : Symbol
{
    internal TestSymbol(string name, TestOrigin origin, Scene scene, SourceSpan nameSpan, SourceSpan span)
        : base(name, nameSpan, span)
    {
        Origin = origin;
        Scene = scene;
    }

    public TestOrigin Origin { get; }

    public Scene Scene { get; }

    /// <summary>Empty for a scene that must be clean.</summary>
    public ImmutableArray<Expectation> Expectations { get; internal init; } = [];
}
