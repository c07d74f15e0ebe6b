using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>The image of the rule; for rules over one or two annotations, the image of the first.</summary>
public sealed record BoundImage(SourceSpan Span) : BoundExpression(ImageType.Instance, Span);
