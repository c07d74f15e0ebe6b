using System.Collections.Frozen;
using LabelSpec.Grammar;

namespace LabelSpec.Quality.Comparison;

/// <summary>How serious conflicts are.</summary>
static class ConflictSeverities
{
    /// <summary>Those that CVAT knows, as it weighs them.</summary>
    public static FrozenDictionary<ConflictType, Severity> Cvat { get; } =
        new Dictionary<ConflictType, Severity>
        {
            [ConflictType.MissingAnnotation] = Severity.Error,
            [ConflictType.ExtraAnnotation] = Severity.Error,
            [ConflictType.MismatchingLabel] = Severity.Error,
            [ConflictType.LowOverlap] = Severity.Warning,
            [ConflictType.MismatchingDirection] = Severity.Warning,
            [ConflictType.MismatchingAttributes] = Severity.Warning,
            [ConflictType.MismatchingGroups] = Severity.Warning,
            [ConflictType.CoveredAnnotation] = Severity.Warning,
        }.ToFrozenDictionary();

    /// <summary>Those, and our own, which are hints.</summary>
    public static FrozenDictionary<ConflictType, Severity> Strict { get; } =
        new Dictionary<ConflictType, Severity>(Cvat)
        {
            [ConflictType.DuplicateAnnotation] = Severity.Info,
            [ConflictType.NearMiss] = Severity.Info,
        }.ToFrozenDictionary();
}
