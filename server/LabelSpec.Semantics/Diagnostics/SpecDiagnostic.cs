using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Diagnostics;

/// <summary>Something wrong with a guideline.</summary>
/// <param name="Code"><c>LS0xxx</c> for syntax, <c>LS1xxx</c> for meaning.</param>
/// <param name="Message">What is wrong and what to do, for people.</param>
public sealed record SpecDiagnostic(
    string Code,
    Severity Severity,
    string Message,
    SourceSpan Span,
    ImmutableArray<RelatedPlace> Related,
    ImmutableArray<SpecFix> Fixes,
    DiagnosticTags Tags
)
{
    public override string ToString() => $"{Span}: {Severity} {Code}: {Message}";
}
