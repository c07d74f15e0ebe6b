using System.Collections.Immutable;

namespace LabelSpec.Engine.Fixes;

/// <summary>What fixing came to.</summary>
/// <param name="Files">The files that were (or, in a dry run, would be) changed or refused, in order of path.</param>
/// <param name="Fixed">Repairs made, or in a dry run: that would be made.</param>
/// <param name="Remaining">Repairs that are still open: they conflict with others, or their file was refused.</param>
public sealed record FixOutcome(ImmutableArray<FixedFile> Files, int Fixed, int Remaining);
