using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;

namespace LabelSpec.Engine.Violations;

/// <summary>Changes of the data, in terms of the model, that make a violation go away.</summary>
public sealed record Repair(string Title, ImmutableArray<ElementChange> Changes)
{
    public Repair(string title, ElementChange change)
        : this(title, [change]) { }

    /// <summary>Edits of text that is no element of the model: what readers stumbled over.</summary>
    public ImmutableArray<ByteEdit> Edits { get; init; } = [];

    /// <summary>Whether a program may make them without asking; see <see cref="Findings.Fix.IsSafe"/>.</summary>
    public bool IsSafe { get; init; } = true;
}
