using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>What a name means as an attribute of some classes.</summary>
/// <param name="Type">Null if the classes mean different things by it.</param>
internal sealed record ResolvedAttribute(ImmutableArray<AttributeSymbol> Attributes, LabelType? Type);
