using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Index;

/// <summary>A name that may be written at a place.</summary>
public sealed record VisibleName(string Name, LabelType Type, Symbol? Symbol);
