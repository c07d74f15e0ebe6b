using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>
/// An attribute of an annotation or of an image. Unknown where the annotation has no such attribute and the attribute has
/// no default, and where its class does not declare the attribute.
/// </summary>
/// <param name="Attributes">The declarations that it may stand for, as classes of one union may each have their own.</param>
/// <param name="AttributeType">The type; a <c>ref</c> gives an annotation, unknown if the id is dangling.</param>
public sealed record BoundAttribute(
    BoundExpression Target,
    string Name,
    ImmutableArray<AttributeSymbol> Attributes,
    LabelType AttributeType,
    SourceSpan Span
) : BoundExpression(AttributeType, Span);
