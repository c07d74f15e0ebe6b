using System.Collections.Immutable;
using System.Text.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Writing;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Turns a data set into a COCO document.</summary>
sealed class CocoFormatWriter : IFormatWriter
{
    public string Id => "coco";

    public string Title => "COCO JSON";

    public string Extension => ".json";

    public FormatCapacity Capacity { get; } =
        new()
        {
            Shapes =
            [
                ShapeKind.Box,
                ShapeKind.Polygon,
                ShapeKind.Mask,
                ShapeKind.Skeleton,
                ShapeKind.Tag,
                ShapeKind.Caption,
            ],
            Attributes = AttributeRoom.All,
            Parts = true,
            BoxBesideShape = true,
            RingsBesideKeypoints = true,
            Ids = true,
            Scores = true,
            Crowds = true,
            Tracks = true,
            Ignores = true,
            EmptyMasks = true,
            KeypointNames = true,
            SkeletonEdges = true,
            ImageSizes = true,
            ImageAttributes = true,
            Supercategories = true,
            UnusedCategories = true,
        };

    public void Write(WrittenData data, IOutputFiles output)
    {
        var dataset = data.Dataset;
        var images = new IdNumbers(data.Images.Select(image => dataset.Images.Ids[image.Row]));
        var categories = new IdNumbers(
            data.Categories.Select(category => dataset.Categories.DeclarationOf(category)?.Id ?? RecordId.None)
        );
        var rows = data.Images.SelectMany(image => image.Annotations).ToList();
        var annotations = new IdNumbers(
            rows.Select(row =>
                dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.HasId)
                    ? dataset.Annotations.Ids[row]
                    : RecordId.None
            )
        );
        var numberOfCategory = data
            .Categories.Select((category, i) => (category, i))
            .ToDictionary(one => one.category, one => categories[one.i]);
        var entries = ImmutableArray.CreateBuilder<CocoAnnotationEntry>(rows.Count);
        for (var image = 0; image < data.Images.Length; image++)
            foreach (var row in data.Images[image].Annotations)
                entries.Add(
                    Entry(
                        row,
                        data,
                        annotations[entries.Count],
                        images[image],
                        numberOfCategory.GetValueOrDefault(dataset.Annotations.Categories[row])
                    )
                );
        var document = new CocoDocument(
            [.. data.Images.Select((image, i) => Entry(image, dataset, images[i]))],
            [.. data.Categories.Select((category, i) => Entry(category, dataset, categories[i]))],
            entries.ToImmutable()
        );
        output.Write("", stream => CocoWriter.Write(document, stream));
    }

    static CocoImageEntry Entry(WrittenImage image, Dataset dataset, long id) =>
        new(id, image.Name, image.Width, image.Height)
        {
            Attributes =
            [
                .. dataset
                    .Images.Attributes.Columns.Where(column => column.TryGet(image.Row, out _))
                    .Select(column =>
                        (column.Name, column.TryGet(image.Row, out var value) ? value : AttributeValue.Null)
                    ),
            ],
        };

    static CocoCategoryEntry Entry(int category, Dataset dataset, long id)
    {
        var declaration = dataset.Categories.DeclarationOf(category);
        return new(
            id,
            dataset.Categories.NameOf(category),
            declaration?.Supercategory,
            declaration?.Keypoints ?? [],
            declaration?.Skeleton ?? []
        );
    }

    static CocoAnnotationEntry Entry(int row, WrittenData data, long id, long image, long category)
    {
        var rows = data.Dataset.Annotations;
        var (shape, flags) = (data.ShapeOf(row), rows.Flags[row]);
        var mask = flags.HasFlag(AnnotationFlags.HasMask) ? data.Dataset.ReadMask(row).Mask : null;
        var hasRings = shape is ShapeKind.Polygon or ShapeKind.Skeleton && flags.HasFlag(AnnotationFlags.HasPolygon);
        var polygon = hasRings ? data.PolygonOf(row) : null;
        var box = data.BoxOf(row);
        return new()
        {
            Id = id,
            ImageId = image,
            CategoryId = category,
            Box = shape is ShapeKind.Tag or ShapeKind.Caption ? null : box,
            Caption = shape == ShapeKind.Caption ? data.Dataset.ReadCaption(row) ?? "" : null,
            Area = AreaOf(rows.StoredAreas[row], box, polygon, mask),
            IsCrowd = flags.HasFlag(AnnotationFlags.Crowd),
            Mask = mask,
            Polygons = polygon is null
                ? []
                : [.. Enumerable.Range(0, polygon.PartCount).Select(part => polygon.PartAt(part).ToArray())],
            Keypoints = flags.HasFlag(AnnotationFlags.HasKeypoints) ? data.KeypointsOf(row) : [],
            Attributes = [.. data.AttributesOf(row)],
            More = json => WriteMore(json, row, data.Dataset),
        };
    }

    static double AreaOf(double stored, Box box, PolygonBuffer? polygon, RleMask? mask)
    {
        if (!double.IsNaN(stored))
            return stored;
        if (mask is not null)
            return mask.Area;
        if (polygon is null)
            return box.Area;
        double area = 0;
        for (var part = 0; part < polygon.PartCount; part++)
            area += Ring.Area(polygon.PartAt(part));
        return area;
    }

    static void WriteMore(Utf8JsonWriter json, int row, Dataset dataset)
    {
        if (dataset.Annotations.Scores[row] is var score && double.IsFinite(score))
            json.WriteNumber("score", score);
        if (dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.Ignore))
            json.WriteNumber("ignore", 1);
        var track = dataset.Annotations.Tracks[row];
        if (track < 0)
            return;
        var id = dataset.Tracks[track].Id;
        if (id.IsText)
            json.WriteString("track_id", dataset.IdTexts.Show(id));
        else
            json.WriteNumber("track_id", id.Value);
    }
}
