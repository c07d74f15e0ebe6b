using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// Reads <c>bbox</c>: four numbers, or five for the turned boxes that some exporters write as centre x, centre y, width,
/// height, angle.
/// </summary>
static class CocoBoxReader
{
    public static bool Read(ref JsonCursor cursor, ref CocoAnnotation values)
    {
        var start = cursor.Position;
        Span<double> numbers = stackalloc double[5];
        if (!CocoFields.ReadNumbers(ref cursor, "bbox", numbers, out var count))
            return false;
        values.Flags &= ~AnnotationFlags.HasStoredBox;
        switch (count)
        {
            // Empty is how some exporters say that there is none.
            case <= 0:
                return true;
            case 4:
                values.Box = new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
                break;
            case 5:
                values.Box = Box.FromCenter(numbers[0], numbers[1], numbers[2], numbers[3]);
                values.Angle = ClockwiseDegrees(numbers[4]);
                break;
            default:
                cursor.Report(
                    JsonProblems.BoxNumbers,
                    cursor.SpanFrom(start),
                    $"'bbox' has {count} numbers; it must be [left, top, width, height]."
                );
                return true;
        }
        values.Flags |= AnnotationFlags.HasStoredBox;
        return true;
    }

    /// <summary>
    /// roLabelImg and its kin write radians clockwise, from 0 to π; Detectron2 writes degrees counter-clockwise. Nothing in
    /// a file tells, so the size of the number has to.
    /// </summary>
    static double ClockwiseDegrees(double angle) =>
        Math.Abs(angle) <= Math.PI + 1e-6 ? double.RadiansToDegrees(angle) : -angle;
}
