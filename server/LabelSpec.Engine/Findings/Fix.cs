using System.Collections.Immutable;

namespace LabelSpec.Engine.Findings;

/// <summary>A repair that a person may apply as it stands. Its edits do not overlap and belong together.</summary>
public sealed record Fix(string Title, ImmutableArray<FileEdit> Edits)
{
    /// <summary>
    /// Whether a program may apply it without asking. A repair that takes annotations away, or decides what only a person
    /// can know, is offered but not safe.
    /// </summary>
    public bool IsSafe { get; init; } = true;
}
