namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>What a limit of a class is about.</summary>
public enum ClassLimitKind
{
    /// <summary>A number that each annotation has.</summary>
    Member,
    CountPerImage,

    /// <summary>Number of annotations in one track.</summary>
    CountPerTrack,
    CountPerDataset,
}
