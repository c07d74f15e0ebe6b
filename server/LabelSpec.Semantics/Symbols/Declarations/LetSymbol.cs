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

    private LabelType? typeOfUses;
    private bool usesDiffer;

    /// <summary>The type of the body: where that depends on arguments, the type that all uses have; or null.</summary>
    public LabelType? Type
    {
        get => field ?? (usesDiffer ? null : typeOfUses);
        internal set;
    }

    /// <summary>Tells of a use what type it has with its arguments.</summary>
    internal void NoteUse(LabelType type)
    {
        usesDiffer |= typeOfUses is { } other && other.DisplayName != type.DisplayName;
        typeOfUses = type;
    }
}
