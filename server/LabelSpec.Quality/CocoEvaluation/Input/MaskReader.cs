using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Reads the mask of a selected annotation when it is needed; polygons are drawn at the size of their image, as COCO does.
/// May be used from several threads.
/// </summary>
/// <param name="dataset">Where the annotations are.</param>
/// <param name="images">Where the dimensions of the images are.</param>
/// <param name="rows">The selected annotations.</param>
/// <param name="imageRows">For each of them the row of its image in <paramref name="images"/>, -1 for none.</param>
sealed class MaskReader(Dataset dataset, ImageTable images, int[] rows, int[] imageRows)
{
    [ThreadStatic]
    static PolygonBuffer? buffer;

    /// <summary>Whether annotations that have only a box are taken for the mask of that box.</summary>
    public bool FallsBackToBox { get; init; }

    /// <summary>Null where there is no mask, or none that can be read.</summary>
    public RleMask? Read(int index)
    {
        var row = rows[index];
        var flags = dataset.Annotations.Flags[row];
        if ((flags & AnnotationFlags.HasMask) != 0)
            return dataset.ReadMask(row).Mask;
        var image = imageRows[index];
        if (image < 0)
            return null;
        int height = images.Heights[image],
            width = images.Widths[image];
        if ((flags & AnnotationFlags.HasPolygon) != 0)
            return Draw(row, height, width);
        return FallsBackToBox ? RleMask.FromBox(dataset.Annotations.Boxes[row], height, width).Mask : null;
    }

    RleMask? Draw(int row, int height, int width)
    {
        buffer ??= new();
        if (!dataset.ReadPolygon(row, buffer))
            return null;
        var ends = new int[buffer.PartCount];
        for (var part = 0; part < ends.Length; part++)
            ends[part] = buffer.PartAt(part).Length + (part > 0 ? ends[part - 1] : 0);
        return RleMask.FromPolygons(buffer.Coordinates, ends, height, width).Mask;
    }
}
