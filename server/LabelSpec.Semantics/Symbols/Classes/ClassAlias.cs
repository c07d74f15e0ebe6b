using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Classes;

public sealed record ClassAlias(string Name, SourceSpan Span);
