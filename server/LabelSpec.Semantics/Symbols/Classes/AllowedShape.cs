using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>A shape that annotations of a class may have.</summary>
/// <param name="Skeleton">The skeleton, if <paramref name="Kind"/> is one and it was found.</param>
public sealed record AllowedShape(ShapeKind Kind, ShapeExtent Extent, SkeletonSymbol? Skeleton, SourceSpan Span);
