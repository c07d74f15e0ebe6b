namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Fields of an annotation that the reader knows; a bit each, to notice one given twice.</summary>
[Flags]
enum CocoField
{
    None = 0,
    Id = 1 << 0,
    ImageId = 1 << 1,
    CategoryId = 1 << 2,
    Box = 1 << 3,
    Area = 1 << 4,
    Crowd = 1 << 5,
    Segmentation = 1 << 6,
    Keypoints = 1 << 7,
    KeypointCount = 1 << 8,
    Score = 1 << 9,
    Caption = 1 << 10,
    Attributes = 1 << 11,
    Ignore = 1 << 12,
    TrackId = 1 << 13,
    Segments = 1 << 14,
}
