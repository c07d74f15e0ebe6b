namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>How annotations are read; what comes out is the same.</summary>
/// <param name="TakesShortcuts">Whether fields that are written as usual are read in a short way.</param>
/// <param name="Packs">Whether polygons are read at once, for files whose text is not held, rather than when somebody asks.</param>
readonly record struct CocoWay(bool TakesShortcuts, bool Packs);
