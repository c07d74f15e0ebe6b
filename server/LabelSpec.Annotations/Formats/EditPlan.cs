using System.Collections.Immutable;

namespace LabelSpec.Annotations.Formats;

/// <summary>
/// The smallest edits that make a set of changes, ordered by file and offset and never overlapping; and the changes that
/// cannot be made, each with the reason.
/// </summary>
public sealed record EditPlan(ImmutableArray<ByteEdit> Edits, ImmutableArray<RefusedChange> Refused)
{
    public static EditPlan Empty { get; } = new([], []);
}
