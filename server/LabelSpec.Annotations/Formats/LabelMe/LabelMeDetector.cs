using LabelSpec.Annotations.Formats.Json;

namespace LabelSpec.Annotations.Formats.LabelMe;

/// <summary>Recognises LabelMe by an array <c>shapes</c> beside keys of its image.</summary>
static class LabelMeDetector
{
    public static FormatMatch Detect(FormatProbe probe)
    {
        var cursor = new JsonCursor(probe.Head);
        if (cursor.Peek() != JsonKind.Object)
            return FormatMatch.No;
        var (hasShapes, hasPoints, hasImage) = (false, false, false);
        var isFirst = true;
        cursor.Enter('{');
        while (cursor.NextKey(ref isFirst, out var key))
        {
            if (key.SequenceEqual("shapes"u8) && cursor.Peek() == JsonKind.Array)
            {
                hasShapes = true;
                hasPoints = FirstHasPoints(cursor);
            }

            hasImage |=
                key.SequenceEqual("imagePath"u8)
                || key.SequenceEqual("imageData"u8)
                || key.SequenceEqual("imageHeight"u8)
                || key.SequenceEqual("imageWidth"u8);
            // The picture itself may stand before the shapes and be all that the head holds.
            var isPicture = key.SequenceEqual("imageData"u8) && cursor.Peek() == JsonKind.Text;
            if (cursor.Skip())
                continue;
            if (isPicture && !hasShapes && !probe.IsComplete)
                return new(0.7, "a picture in 'imageData'");
            break;
        }

        return hasPoints ? new(0.9, "an array 'shapes' whose elements have 'points'")
            : hasShapes && hasImage ? new(0.8, "an array 'shapes' beside keys of an image")
            : FormatMatch.No;
    }

    static bool FirstHasPoints(JsonCursor cursor)
    {
        var isFirst = true;
        cursor.Enter('[');
        return cursor.NextElement(ref isFirst) && JsonMembers.TryFind(ref cursor, "points"u8);
    }
}
