using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>A text with expressions in it.</summary>
public sealed record MessageTemplate(ImmutableArray<MessagePart> Parts, SourceSpan Span);
