using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;

namespace LabelSpec.Engine.Violations;

/// <summary>Changes of the data, in terms of the model, that make a violation go away.</summary>
public sealed record Repair(string Title, ImmutableArray<ElementChange> Changes)
{
    public Repair(string title, ElementChange change)
        : this(title, [change]) { }

    /// <summary>Whether a program may make them without asking; see <see cref="Findings.Fix.IsSafe"/>.</summary>
    public bool IsSafe { get; init; } = true;
}
