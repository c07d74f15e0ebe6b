using CsCheck;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Writing;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Tests.Writing;

/// <summary>Random data sets with every shape and property that a format says it holds.</summary>
static class GeneratedData
{
    static readonly (string Name, int Width, int Height)[] Images =
    [
        ("a.bmp", 120, 90),
        ("b <&.bmp", 61, 101),
        ("c/d.bmp", 200, 64),
    ];

    static readonly string[] Categories = ["car", "a \"b\" & <c>", "Fußgänger"];

    /// <summary>One annotation: where, what and how, in numbers that every shape makes its own use of.</summary>
    public sealed record Item(
        ShapeKind Shape,
        int Image,
        int Category,
        double X,
        double Y,
        double W,
        double H,
        int Angle,
        int Bits
    )
    {
        public bool Has(int bit) => (Bits >> bit & 1) == 1;
    }

    public static Gen<List<Item>> Of(FormatCapacity capacity) =>
        Gen.Select(
            Gen.Int[0, capacity.Shapes.Length - 1],
            Gen.Select(Gen.Int[0, Images.Length - 1], Gen.Int[0, Categories.Length - 1]),
            Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100]),
            Gen.Select(Gen.Int[8, 100], Gen.Int[8, 100]),
            Gen.Int[-3, 12],
            Gen.Int[0, (1 << 16) - 1],
            (shape, where, at, size, turn, bits) =>
                new Item(
                    capacity.Shapes[shape],
                    where.Item1,
                    where.Item2,
                    at.Item1 / 4.0,
                    at.Item2 / 4.0,
                    size.Item1 / 4.0 + 4,
                    size.Item2 / 4.0 + 4,
                    turn * 30,
                    bits
                )
        ).List[1, 14];

    public static Dataset Build(IReadOnlyList<Item> items, FormatCapacity capacity, string path)
    {
        var builder = new DatasetBuilder();
        var file = builder.AddFile(SourceFile.FromBuffer(path, []));
        var part = new DatasetPart();
        var whole = new SourceSpan(file, 0, 0);
        for (var i = 0; i < Images.Length; i++)
            part.AddImage(
                new(whole)
                {
                    Id = part.IdOf((long)i + 1),
                    FileName = Images[i].Name,
                    Width = Images[i].Width,
                    Height = Images[i].Height,
                    Split = items[0].Has(15)
                        ? (string[])["train", "val", "test"] is var names
                            ? names[i]
                            : null
                        : null,
                    State = ImageState.Annotated,
                }
            );
        for (var i = 0; i < Categories.Length; i++)
            part.AddDeclaration(
                new()
                {
                    Span = whole,
                    Id = part.IdOf((long)i + 1),
                    Name = Categories[i],
                    Supercategory = i == 0 ? "thing" : null,
                    Keypoints = ["nose", "left eye", $"tail {i}"],
                    Skeleton = [(0, 1), (1, 2)],
                }
            );
        var labelled = new HashSet<int>();
        var taken = new Dictionary<int, RleMask>();
        for (var i = 0; i < items.Count; i++)
            // A second label of an image is more than such a format holds.
            if (!capacity.OneLabelPerImage || labelled.Add(items[i].Image))
                Add(part, whole, items[i], i, capacity, taken);
        builder.Append(part);
        return builder.Build();
    }

    static void Add(
        DatasetPart part,
        SourceSpan whole,
        Item item,
        int number,
        FormatCapacity capacity,
        Dictionary<int, RleMask> taken
    )
    {
        var row = new AnnotationRow(whole)
        {
            Image = item.Image,
            Category = item.Shape == ShapeKind.Caption ? -1 : part.Category(Categories[item.Category]),
            Id = part.IdOf((long)number + 10),
            Group = item.Has(0) ? 1 + item.Category : -1,
            ZOrder = item.Has(1) ? 2 : 0,
            Score = item.Has(2) ? 0.25 + item.Category / 8.0 : double.NaN,
        };
        if (item.Has(3))
            row.Flags |= AnnotationFlags.Crowd;
        if (item.Has(4))
            row.Flags |= AnnotationFlags.Ignore;
        if (item.Has(5) && item.Shape != ShapeKind.Caption)
            row.Track = part.AddTrack(new(whole.File, part.IdOf((long)item.Category + 5), -1, SourceSpan.None));
        SetShape(ref row, part, item, capacity, taken);
        var annotation = part.AddAnnotation(row);
        if (item.Has(6))
            part.SetAttribute(annotation, "late", AttributeValue.Of(item.Has(7)));
        if (item.Has(8))
            part.SetAttribute(annotation, "colour", AttributeValue.Of("\"blue\" & <b>"));
        if (item.Has(9))
            part.SetAttribute(annotation, "doors", AttributeValue.Of(item.Category + 2.5));
    }

    static void SetShape(
        ref AnnotationRow row,
        DatasetPart part,
        Item item,
        FormatCapacity capacity,
        Dictionary<int, RleMask> taken
    )
    {
        var box = new Box(item.X, item.Y, item.W, item.H);
        double[] corners =
        [
            box.Left,
            box.Top,
            box.Right,
            box.Top + 1.25,
            box.Right,
            box.Bottom,
            box.Left + 2,
            box.Bottom,
        ];
        switch (item.Shape)
        {
            case ShapeKind.RotatedBox:
                Shapes.SetBox(ref row, box, item.Angle == 0 ? 15 : item.Angle);
                break;
            case ShapeKind.Polygon:
                var rings = new PolygonBuffer();
                rings.AddPart(item.Has(10) ? corners : corners.AsSpan(0, 6));
                if (capacity.Parts && item.Has(11))
                    rings.AddPart([1, 1, 3.5, 1, 3, 4.25]);
                Shapes.SetRings(ref row, part, rings);
                break;
            case ShapeKind.Polyline:
                Shapes.SetPoints(ref row, part, corners, ShapeKind.Polyline);
                break;
            case ShapeKind.Point:
                var count = capacity.PointsTogether && item.Has(10) ? 3 : 1;
                Shapes.SetPoints(ref row, part, corners.AsSpan(0, 2 * count), ShapeKind.Point);
                break;
            case ShapeKind.Ellipse:
                Shapes.SetBox(ref row, box);
                row.Shape = ShapeKind.Ellipse;
                row.Angle = capacity.TurnedEllipses ? item.Angle : 0;
                break;
            case ShapeKind.Mask:
                if (MaskOf(item, corners, capacity, taken) is { } mask)
                    Shapes.SetMask(ref row, part, mask);
                else
                    Shapes.SetBox(ref row, box);
                break;
            case ShapeKind.Cuboid:
                SetCuboid(ref row, part, item, box, corners, capacity);
                break;
            case ShapeKind.Skeleton:
                Shapes.SetKeypoints(ref row, part, KeypointsOf(item, box));
                break;
            case ShapeKind.Tag:
                row.Shape = ShapeKind.Tag;
                break;
            case ShapeKind.Caption:
                row.Shape = ShapeKind.Caption;
                row.Geometry = part.Geometry.AddText($"A \"{item.Category}\" <one>.");
                break;
            default:
                Shapes.SetBox(ref row, box);
                // As Pascal VOC has them.
                if (capacity.MasksInPictures && item.Has(13) && MaskOf(item, corners, capacity, taken) is { } pixels)
                {
                    row.Geometry = part.Geometry.AddMask(pixels);
                    row.Flags |= AnnotationFlags.HasMask;
                }

                break;
        }
    }

    // Drawn as two faces, or in space with a turn about all axes.
    static void SetCuboid(
        ref AnnotationRow row,
        DatasetPart part,
        Item item,
        Box box,
        double[] corners,
        FormatCapacity capacity
    )
    {
        if (capacity.DrawnCuboids)
        {
            var faces = new PolygonBuffer();
            faces.AddPart(corners);
            faces.AddPart([.. corners.Select(number => number + 7.5)]);
            Shapes.SetRings(ref row, part, faces);
        }
        else
            row.Geometry = part.Geometry.AddCuboid(
                new(
                    item.X,
                    -item.Y,
                    1.5,
                    box.Width,
                    box.Height,
                    2.25,
                    CuboidRotation.AboutZ(item.Angle / 57.0)
                        * CuboidRotation.AboutY(item.Bits % 5 * 0.3 - 0.6)
                        * CuboidRotation.AboutX(item.Bits % 3 * 0.2)
                )
            );
        row.Shape = ShapeKind.Cuboid;
    }

    static RleMask? MaskOf(Item item, double[] corners, FormatCapacity capacity, Dictionary<int, RleMask> taken)
    {
        var mask = MaskOf(item, corners);
        if (!capacity.MasksInPictures)
            return mask;
        // A pixel of a picture is of one object.
        mask = taken.TryGetValue(item.Image, out var others) ? mask.Except(others)! : mask;
        taken[item.Image] = others?.Union(mask) ?? mask;
        return mask.Area > 0 ? mask : null;
    }

    // A polygon with a piece that lies apart, so that runs are of all lengths.
    static RleMask MaskOf(Item item, double[] corners)
    {
        var (_, width, height) = Images[item.Image];
        var mask = RleMask.FromPolygon(corners, height, width).Mask!;
        return item.Has(12) ? mask.Union(RleMask.FromBox(new(width - 2, 0, 2, height), height, width).Mask!)! : mask;
    }

    static List<Keypoint> KeypointsOf(Item item, Box box)
    {
        Keypoint[] points =
        [
            new(box.Left, box.Top, 2),
            item.Has(10) ? new(0, 0, 0) : new(box.Right, box.Top + 1.5, 1),
            new(box.Left + 2, box.Bottom, 1 + item.Bits % 2),
        ];
        return [.. points];
    }
}
