namespace LabelSpec.Annotations.Formats.Coco;

enum CocoStop : byte
{
    /// <summary>The next element belongs to the next stretch.</summary>
    Limit,

    /// <summary>The array is complete.</summary>
    ArrayEnd,

    /// <summary>Nothing more can be read.</summary>
    Fault,
}
