using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>A change to a built-in check.</summary>
/// <param name="Code">The code or the name of the check, as written.</param>
/// <param name="Severity">The new severity, or null to keep it.</param>
/// <param name="Classes">The classes that the change is limited to, or null for all.</param>
/// <param name="IsOff">The check is switched off.</param>
public sealed record CheckTuning(
    string Code,
    Severity? Severity,
    bool IsOff,
    ClassSet? Classes,
    ImmutableArray<CheckOption> Options,
    SourceSpan NameSpan,
    SourceSpan Span
);
