using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>
/// An expression whose names are resolved and whose type is known. Numbers are in the unit of the type: percent are
/// ratios, and no other conversion is ever needed.
/// </summary>
/// <remarks>
/// A value may be <em>unknown</em>: something it needs is not there. What each expression makes of unknown parts stands in its
/// own documentation; where it says nothing, an unknown part makes the whole unknown.
/// </remarks>
public abstract record BoundExpression(LabelType Type, SourceSpan Span);
