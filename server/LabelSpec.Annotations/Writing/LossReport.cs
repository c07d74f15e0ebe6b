using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Writing;

/// <summary>Finds out, before anything is written, what of a data set a format cannot hold.</summary>
public static class LossReport
{
    const AnnotationFlags Rings = AnnotationFlags.HasPolygon | AnnotationFlags.HasMask;

    /// <summary>In the order in which they are first met; empty where reading back gives the same data.</summary>
    public static ImmutableArray<Loss> Of(Dataset dataset, FormatCapacity capacity)
    {
        var losses = new LossTally(dataset);
        var data = new WrittenData(dataset, capacity);
        for (var row = 0; row < dataset.Annotations.Count; row++)
            AddAnnotation(row, data, capacity, losses);
        if (capacity.MasksInPictures)
            foreach (var image in data.Images)
                AddPixels(image, data, losses);
        for (var image = 0; image < dataset.Images.Count; image++)
            AddImage(image, dataset, capacity, losses);
        foreach (var declaration in dataset.Categories.Declarations)
            AddDeclaration(declaration, capacity, losses);
        if (capacity.OneLabelPerImage)
            foreach (var image in data.Images)
                if (image.Annotations.Length > 1)
                    losses.Add(
                        "further labels of an image that has one, which are left out",
                        dataset.Annotations.SpanOf(image.Annotations[1])
                    );
                else if (image.Annotations.Length == 0)
                    losses.Add("images without a label", dataset.Images.SpanOf(image.Row));
        if (!capacity.UnusedCategories)
            for (var i = 0; i < dataset.Categories.Declarations.Length; i++)
                if (!data.Categories.Contains(dataset.Categories.OfDeclaration(i)))
                    losses.Add("categories without annotations", dataset.Categories.Declarations[i].Span);
        return losses.All;
    }

    // A pixel is of one object, and has one of 254 values.
    static void AddPixels(WrittenImage image, WrittenData data, LossTally losses)
    {
        const int MostMasks = 254;
        var (taken, masks) = ((LabelSpec.Geometry.RleMask?)null, 0);
        foreach (var row in image.Annotations)
        {
            if (data.PixelsOf(row) is not { } mask)
                continue;
            var span = data.Dataset.Annotations.SpanOf(row);
            if (++masks > MostMasks)
                losses.Add($"masks of an image beyond the {MostMasks}th, which become boxes", span);
            else if (taken?.IntersectionArea(mask) > 0)
                losses.Add("pixels that masks share, which the last of them gets", span);
            taken = taken?.Union(mask) ?? mask;
        }
    }

    static void AddDeclaration(CategoryDeclaration declaration, FormatCapacity capacity, LossTally losses)
    {
        if (!capacity.Supercategories && declaration.Supercategory is { Length: > 0 })
            losses.Add("supercategories", declaration.Span);
        if (!capacity.KeypointNames && !declaration.Keypoints.IsEmpty)
            losses.Add("names of keypoints", declaration.Span);
        if (!capacity.SkeletonEdges && !declaration.Skeleton.IsEmpty)
            losses.Add("edges of skeletons", declaration.Span);
    }

    static void AddAnnotation(int row, WrittenData data, FormatCapacity capacity, LossTally losses)
    {
        var rows = data.Dataset.Annotations;
        var span = rows.SpanOf(row);
        var (shape, written) = (rows.Shapes[row], data.ShapeOf(row));
        if (written == ShapeKind.None)
        {
            losses.Add(
                data.IsAbsent(row) ? "marks of what is absent or out of sight, which are left out"
                    : rows.Images[row] < 0 ? "annotations of no known image, which are left out"
                    : rows.Categories[row] < 0 && shape != ShapeKind.Caption
                        ? "annotations without a category, which are left out"
                    : capacity.Shapes.Contains(shape) || !rows.Boxes[row].IsFinite
                        ? "annotations without usable numbers, which are left out"
                    : $"annotations of shape {Word(shape)}, which are left out",
                span
            );
            return;
        }

        if (written != shape)
            losses.Add($"annotations of shape {Word(shape)}, which become {Word(written)}", span);
        var flags = rows.Flags[row];
        if (written == ShapeKind.Polygon && data.LosesHoles(row))
            losses.Add("holes of polygons, which are filled", span);
        if (written == ShapeKind.Polygon && !capacity.Parts && data.PolygonOf(row).PartCount > 1)
            losses.Add("polygons of several parts, which become several annotations", span);
        if (written == ShapeKind.Point && !capacity.PointsTogether && data.PolygonOf(row).VertexCount > 1)
            losses.Add("several points of one annotation, which become several annotations", span);
        if (!capacity.HoldsBoxBeside(written) && written != ShapeKind.Box && HasOwnBox(row, written, data))
            losses.Add($"boxes that are stored beside a {Word(written)}", span);
        if (!capacity.Ids && flags.HasFlag(AnnotationFlags.HasId))
            losses.Add("ids of annotations", span);
        else if (!capacity.TextIds && flags.HasFlag(AnnotationFlags.HasId) && rows.Ids[row].IsText)
            losses.Add("ids that are texts, which become numbers", span);
        if (!capacity.Scores && !double.IsNaN(rows.Scores[row]))
            losses.Add("scores", span);
        if (!capacity.Crowds && flags.HasFlag(AnnotationFlags.Crowd))
            losses.Add("marks of crowds", span);
        if (!capacity.Groups && rows.Groups[row] >= 0)
            losses.Add("groups", span);
        if (!capacity.ZOrders && rows.ZOrders[row] != 0)
            losses.Add("drawing orders", span);
        if (!capacity.Tracks && rows.Tracks[row] >= 0)
            losses.Add("tracks", span);
        if (!capacity.Ignores && flags.HasFlag(AnnotationFlags.Ignore))
            losses.Add("marks to be ignored", span);
        if (written == ShapeKind.Skeleton && !capacity.RingsBesideKeypoints && (flags & Rings) != 0)
            losses.Add("polygons and masks beside keypoints", span);
        if (flags.HasFlag(AnnotationFlags.HasKeypoints) && written != ShapeKind.Skeleton && shape != ShapeKind.Skeleton)
            losses.Add("keypoints", span);
        if (
            written is not (ShapeKind.Mask or ShapeKind.Skeleton)
            && shape != ShapeKind.Mask
            && !HoldsAll(capacity, written)
            && flags.HasFlag(AnnotationFlags.HasMask)
        )
            losses.Add("masks beside another shape", span);
        foreach (var column in rows.Attributes.Columns)
            if (column.TryGet(row, out var value) && !capacity.Holds(column.Name, value))
                losses.Add($"values of the attribute \"{column.Name}\"", span);
    }

    // A box and a mask stand side by side in one annotation.
    static bool HoldsAll(FormatCapacity capacity, ShapeKind written) =>
        capacity.BoxBesideShape
        && capacity.Shapes.Contains(ShapeKind.Mask)
        && (!capacity.MasksInPictures || written == ShapeKind.Box);

    // The bounds of a shape are no loss: whoever reads it computes them again.
    static bool HasOwnBox(int row, ShapeKind written, WrittenData data)
    {
        const double Rounding = 1;
        var rows = data.Dataset.Annotations;
        if (!rows.Flags[row].HasFlag(AnnotationFlags.HasStoredBox))
            return false;
        if (
            written is ShapeKind.RotatedBox or ShapeKind.Mask or ShapeKind.Ellipse or ShapeKind.Tag or ShapeKind.Caption
        )
            return false;
        if (written != ShapeKind.Polygon)
            return true;
        var polygon = data.PolygonOf(row).Coordinates;
        var box = rows.Boxes[row];
        return !LabelSpec.Geometry.Ring.Bounds(polygon).Contains(box, Rounding)
            || !box.Contains(LabelSpec.Geometry.Ring.Bounds(polygon), Rounding);
    }

    static void AddImage(int image, Dataset dataset, FormatCapacity capacity, LossTally losses)
    {
        var span = dataset.Images.SpanOf(image);
        if (!capacity.ImageSizes && dataset.Images.Widths[image] > 0)
            losses.Add("sizes of images, which the pictures themselves have to tell", span);
        if (
            !capacity.SizesOfEmptyImages
            && dataset.Images.Widths[image] > 0
            && dataset.Annotations.OfImage(image).IsEmpty
        )
            losses.Add("sizes of images without annotations", span);
        if (dataset.Images.Sequences[image] >= 0)
            losses.Add("frames of videos, which become single images", span);
        if (dataset.Images.SplitOf(image) is { } split && !capacity.HoldsSplit(split))
            losses.Add($"the split \"{split}\"", span);
        foreach (var column in dataset.Images.Attributes.Columns)
            if (!capacity.ImageAttributes && column.TryGet(image, out _))
                losses.Add($"values of the image's attribute \"{column.Name}\"", span);
    }

    static string Word(ShapeKind shape) =>
        shape switch
        {
            ShapeKind.RotatedBox => "rotated box",
            ShapeKind.Skeleton => "keypoints",
            ShapeKind.Tag => "label of the image",
            ShapeKind.None => "none",
            _ => shape.ToString().ToLowerInvariant(),
        };

    sealed class LossTally(Dataset dataset)
    {
        readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
        readonly List<Loss> losses = [];

        public ImmutableArray<Loss> All => [.. losses];

        public void Add(string what, SourceSpan span)
        {
            if (!indexes.TryGetValue(what, out var index))
            {
                indexes.Add(what, index = losses.Count);
                var place = span.IsNone ? "" : $"{dataset.Files[span.File].Path}:{dataset.PositionOf(span).Line}";
                losses.Add(new(what, 0, place));
            }

            losses[index] = losses[index] with { Count = losses[index].Count + 1 };
        }
    }
}
