namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>The arrays of a COCO file.</summary>
enum CocoSection : byte
{
    None,
    Images,
    Annotations,
    Categories,

    /// <summary>The whole file is an array of predictions.</summary>
    Results,
}
