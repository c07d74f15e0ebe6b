using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>A named constant or predicate. Bodies are bound for each use, with the types of the arguments.</summary>
public sealed class LetSymbol : Symbol
{
    internal LetSymbol(string name, ImmutableArray<string> parameters, SourceSpan nameSpan, SourceSpan span)
        : base(name, nameSpan, span) => Parameters = parameters;

    public ImmutableArray<string> Parameters { get; }

    /// <summary>The type of the body where it does not depend on arguments, or null.</summary>
    public LabelType? Type { get; internal set; }
}
