using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Syntax;

/// <summary>Where a node stands: the segment it belongs to, and its span relative to the segment's start.</summary>
public readonly record struct Place(Segment Segment, TextSpan Span);
