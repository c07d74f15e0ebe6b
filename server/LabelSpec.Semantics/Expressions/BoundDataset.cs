using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>The data as a whole.</summary>
public sealed record BoundDataset(SourceSpan Span) : BoundExpression(DatasetType.Instance, Span);
