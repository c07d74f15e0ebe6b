using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A kind of shape, compared with <see cref="AnnotationMember.Shape"/>.</summary>
public sealed record BoundShapeKind(ShapeKind Value, SourceSpan Span) : BoundExpression(ShapeType.Instance, Span);
