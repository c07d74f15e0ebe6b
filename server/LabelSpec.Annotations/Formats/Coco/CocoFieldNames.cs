namespace LabelSpec.Annotations.Formats.Coco;

static class CocoFieldNames
{
    /// <summary>The field that a key names. Lengths differ, so that one comparison of bytes decides.</summary>
    public static CocoField FieldOf(ReadOnlySpan<byte> key) =>
        key.Length switch
        {
            2 when key.SequenceEqual("id"u8) => CocoField.Id,
            4 when key.SequenceEqual("bbox"u8) => CocoField.Box,
            4 when key.SequenceEqual("area"u8) => CocoField.Area,
            5 when key.SequenceEqual("score"u8) => CocoField.Score,
            6 when key.SequenceEqual("ignore"u8) => CocoField.Ignore,
            7 when key.SequenceEqual("iscrowd"u8) => CocoField.Crowd,
            7 when key.SequenceEqual("caption"u8) => CocoField.Caption,
            8 when key.SequenceEqual("image_id"u8) => CocoField.ImageId,
            8 when key.SequenceEqual("track_id"u8) => CocoField.TrackId,
            9 when key.SequenceEqual("keypoints"u8) => CocoField.Keypoints,
            10 when key.SequenceEqual("attributes"u8) => CocoField.Attributes,
            11 when key.SequenceEqual("category_id"u8) => CocoField.CategoryId,
            12 when key.SequenceEqual("segmentation"u8) => CocoField.Segmentation,
            13 when key.SequenceEqual("num_keypoints"u8) => CocoField.KeypointCount,
            13 when key.SequenceEqual("segments_info"u8) => CocoField.Segments,
            _ => CocoField.None,
        };
}
