using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Writing;

/// <summary>
/// A data set as writers see it: pictures that several files declare are one image, and each annotation has the shape that
/// the format can hold.
/// </summary>
public sealed class WrittenData
{
    readonly FormatCapacity capacity;

    public WrittenData(Dataset dataset, FormatCapacity capacity)
    {
        this.capacity = capacity;
        Dataset = dataset;
        var byName = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var names = new List<string>();
        for (var image = 0; image < dataset.Images.Count; image++)
        {
            var name = NameOf(dataset, image);
            if (!byName.TryGetValue(name, out var rows))
            {
                byName.Add(name, rows = []);
                names.Add(name);
            }

            rows.Add(image);
        }

        Images = [.. names.Select(name => ImageOf(name, byName[name]))];
        Categories =
        [
            .. Enumerable
                .Range(0, dataset.Categories.Count)
                .Where(category => capacity.UnusedCategories || IsUsed(category)),
        ];
    }

    public Dataset Dataset { get; }

    public ImmutableArray<WrittenImage> Images { get; }

    /// <summary>The categories to write, as rows of the data set.</summary>
    public ImmutableArray<int> Categories { get; }

    /// <summary>The shape to write an annotation as; none for one that is left out.</summary>
    public ShapeKind ShapeOf(int row)
    {
        var rows = Dataset.Annotations;
        var shape = rows.Shapes[row];
        if (rows.Images[row] < 0 || (rows.Categories[row] < 0 && shape != ShapeKind.Caption) || IsAbsent(row))
            return ShapeKind.None;
        if (shape == ShapeKind.Polygon && !rows.Flags[row].HasFlag(AnnotationFlags.HasPolygon))
            shape = ShapeKind.Box;
        if (capacity.Shapes.Contains(shape) && IsComplete(row, shape))
            return shape;
        var box = rows.Boxes[row];
        return capacity.Shapes.Contains(ShapeKind.Box) && shape != ShapeKind.Caption && box.IsFinite
            ? ShapeKind.Box
            : ShapeKind.None;
    }

    /// <summary>The pixels that a picture for the image gets of an annotation: a mask, or one beside a box.</summary>
    public RleMask? PixelsOf(int row)
    {
        if (!capacity.MasksInPictures || ShapeOf(row) is not (ShapeKind.Mask or ShapeKind.Box))
            return null;
        return Dataset.ReadMask(row).Mask is { Area: > 0 } mask && IsAsLargeAsImage(row, mask) ? mask : null;
    }

    /// <summary>The box that stands for an annotation; that around a turned one.</summary>
    public Box BoxOf(int row) =>
        Dataset.Annotations.Angles[row] != 0 && !capacity.Shapes.Contains(ShapeKind.RotatedBox)
            ? Dataset.Annotations.RotatedBoxOf(row).Bounds
            : Dataset.Annotations.Boxes[row];

    /// <summary>The rings to write; holes are not among them, as no format that is written has a place for them.</summary>
    public PolygonBuffer PolygonOf(int row)
    {
        var polygon = new PolygonBuffer();
        Dataset.ReadPolygon(row, polygon);
        if (!HasHoles(polygon))
            return polygon;
        var outlines = new PolygonBuffer();
        for (var part = 0; part < polygon.PartCount; part++)
            if (!polygon.IsHole(part))
                outlines.AddPart(polygon.PartAt(part));
        return outlines;
    }

    /// <summary>Whether a polygon has holes, which are filled when it is written.</summary>
    public bool LosesHoles(int row)
    {
        var polygon = new PolygonBuffer();
        return Dataset.ReadPolygon(row, polygon) && HasHoles(polygon);
    }

    static bool HasHoles(PolygonBuffer polygon)
    {
        for (var part = 0; part < polygon.PartCount; part++)
            if (polygon.IsHole(part))
                return true;
        return false;
    }

    public ImmutableArray<Keypoint> KeypointsOf(int row)
    {
        var keypoints = new KeypointBuffer();
        Dataset.ReadKeypoints(row, keypoints);
        return [.. keypoints.Points];
    }

    /// <summary>The attributes of an annotation that the format can hold.</summary>
    public IEnumerable<(string Name, AttributeValue Value)> AttributesOf(int row)
    {
        foreach (var column in Dataset.Annotations.Attributes.Columns)
            if (column.TryGet(row, out var value) && capacity.Holds(column.Name, value))
                yield return (column.Name, value);
    }

    public string NameOfCategory(int row) => Dataset.Categories.NameOf(Dataset.Annotations.Categories[row]);

    /// <summary>
    /// Says that something is not there: a class that is surely absent, or an object of a track while it is not visible. No
    /// format that is written can say so, and written as it stands it would say the opposite.
    /// </summary>
    public bool IsAbsent(int row) =>
        (Dataset.Annotations.Flags[row] & (AnnotationFlags.Negative | AnnotationFlags.Outside)) != 0;

    /// <summary>The split to write an image in; null for none, and for one that the format has no place for.</summary>
    public string? SplitOf(WrittenImage image) =>
        Dataset.Images.SplitOf(image.Row) is { } split && capacity.HoldsSplit(split) ? split : null;

    bool IsUsed(int category) => Dataset.Annotations.Categories.Contains(category);

    bool IsComplete(int row, ShapeKind shape) =>
        shape switch
        {
            ShapeKind.Tag or ShapeKind.Caption => true,
            ShapeKind.Mask => Dataset.ReadMask(row).Mask is { } mask
                && (capacity.EmptyMasks || mask.Area > 0)
                && (!capacity.MasksInPictures || IsAsLargeAsImage(row, mask)),
            ShapeKind.Skeleton => Dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.HasKeypoints)
                && (Dataset.Annotations.Boxes[row].IsFinite || !capacity.HoldsBoxBeside(ShapeKind.Skeleton)),
            ShapeKind.Cuboid => Dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.HasPolygon)
                ? capacity.DrawnCuboids
                : capacity.CuboidsInSpace && Dataset.ReadCuboid(row) is not null,
            ShapeKind.Ellipse when Dataset.Annotations.Angles[row] != 0 => capacity.TurnedEllipses
                && Dataset.Annotations.Boxes[row].IsFinite,
            _ => Dataset.Annotations.Boxes[row].IsFinite,
        };

    bool IsAsLargeAsImage(int row, RleMask mask)
    {
        var (images, image) = (Dataset.Images, Dataset.Annotations.Images[row]);
        return mask.Width == images.Widths[image] && mask.Height == images.Heights[image];
    }

    WrittenImage ImageOf(string name, List<int> rows)
    {
        var sized = rows.FindIndex(image => Dataset.Images.Widths[image] > 0 && Dataset.Images.Heights[image] > 0);
        var (width, height) =
            sized >= 0
                ? (Dataset.Images.Widths[rows[sized]], Dataset.Images.Heights[rows[sized]])
                : SizeOfPicture(rows[0]);
        return new(
            name,
            width,
            height,
            rows[0],
            [.. rows.SelectMany(image => Dataset.Annotations.OfImage(image).ToArray()).Where(row => ShapeOf(row) != 0)]
        );
    }

    // As it is shown, which is what annotations are drawn on.
    (int Width, int Height) SizeOfPicture(int image)
    {
        var file = Dataset.Files[Dataset.Images.FileOf(image)];
        if (PictureFinder.Find(file.FullPath, Dataset.Images.FileNames[image], file.ImageRoot) is not { } path)
            return (0, 0);
        var header = SkiaPictureReader.Instance.Read(path);
        return !header.IsReadable ? (0, 0)
            : header.SwapsSides ? (header.Height, header.Width)
            : (header.Width, header.Height);
    }

    static string NameOf(Dataset dataset, int image)
    {
        var name = dataset.Images.FileNames[image];
        // Frames that have the name of their video, or none, are told apart by their number.
        if (dataset.Images.SequenceOf(image) is { Length: > 0 } sequence && (name.Length == 0 || name == sequence))
            return FormattableString.Invariant($"{sequence}/{dataset.Images.Frames[image]:D6}.jpg").Replace('\\', '/');
        return name.Length > 0 ? name.Replace('\\', '/') : $"{dataset.IdTexts.Show(dataset.Images.Ids[image])}.jpg";
    }
}
