namespace LabelSpec.Annotations.Formats.Tables;

/// <summary>What a column of a table can hold.</summary>
enum TableField : byte
{
    Left,
    Top,
    Right,
    Bottom,
    Width,
    Height,
    CenterX,
    CenterY,
    Image,
    Class,
    Id,
    Score,
    Track,
    Frame,
    ImageWidth,
    ImageHeight,
}
