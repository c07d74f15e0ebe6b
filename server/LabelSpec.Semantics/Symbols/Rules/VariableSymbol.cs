using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>A name that a rule, a quantifier, an aggregate or a <c>let</c> binds.</summary>
public sealed class VariableSymbol : Symbol
{
    internal VariableSymbol(string name, LabelType type, SourceSpan nameSpan)
        : base(name, nameSpan, nameSpan) => Type = type;

    public LabelType Type { get; }

    /// <summary>The classes of what it stands for; empty for images and numbers.</summary>
    public ClassSet Classes =>
        Type switch
        {
            AnnotationType annotation => annotation.Classes,
            TrackType track => track.Classes,
            GroupType group => group.Classes,
            _ => ClassSet.Empty,
        };
}
