using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Xml;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>Reads one shape: its geometry, its flags and its attributes.</summary>
sealed class CvatShapeReader(int file, DatasetPart part, CvatLabels labels)
{
    readonly List<double> points = [];
    readonly List<(string Name, XmlRange Value)> values = [];
    readonly List<uint> runs = [];
    readonly List<(string Name, Keypoint Point)> keypoints = [];
    readonly List<Keypoint> ordered = [];

    /// <summary>What the surroundings of a shape say about it.</summary>
    public readonly record struct Context(int Image, int Width, int Height, int Track, string? TrackLabel);

    /// <summary>
    /// Reads the shape whose start tag was read last, up to its end. A shape that the file ends in is left out.
    /// </summary>
    /// <param name="text">The whole file.</param>
    /// <param name="scanner">Stands at the start tag.</param>
    /// <param name="kind">What the element's name stands for.</param>
    /// <param name="context">What the surroundings say.</param>
    /// <returns>The shape's frame; −1 for none.</returns>
    public int Read(ReadOnlySpan<byte> text, ref XmlScanner scanner, ShapeKind kind, in Context context)
    {
        var tag = new XmlRange(scanner.Start, scanner.End - scanner.Start);
        var attributes = CvatAttributes.Of(ref scanner);
        var numbers = new CvatNumbers(text, tag, file, part.Problems);
        ReadChildren(text, ref scanner);
        if (scanner.IsTruncated)
            return -1;

        var frame = numbers.Whole(attributes, CvatKey.Frame, -1);
        var label = context.TrackLabel ?? Text(text, attributes[(int)CvatKey.Label]);
        var row = new AnnotationRow(new(file, tag.Start, scanner.End - tag.Start))
        {
            Image = context.Image,
            ImageId = frame >= 0 && context.Image < 0 ? part.IdOf(frame) : RecordId.None,
            Frame = frame,
            Track = context.Track,
            Category = label is null ? -1 : part.Category(label),
            Shape = kind,
            ZOrder = numbers.Whole(attributes, CvatKey.ZOrder, 0),
            Group = numbers.Whole(attributes, CvatKey.Group, 0) is var group and not 0 ? group : -1,
        };
        if (numbers.Flag(attributes, CvatKey.Outside) == true)
            row.Flags |= AnnotationFlags.Outside;
        if (numbers.Flag(attributes, CvatKey.Keyframe) == true)
            row.Flags |= AnnotationFlags.Keyframe;
        ReadGeometry(ref row, numbers, attributes, context, label);
        AddAttributes(text, part.AddAnnotation(row), numbers.Flag(attributes, CvatKey.Occluded), attributes);
        if (label is null)
            part.Problems.Report(
                XmlProblems.MissingValue,
                new(file, tag.Start, tag.Length),
                "The shape has no \"label\"."
            );
        return frame;
    }

    // Attributes, and the points of a skeleton.
    void ReadChildren(ReadOnlySpan<byte> text, ref XmlScanner scanner)
    {
        values.Clear();
        keypoints.Clear();
        var depth = scanner.Depth;
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("attribute"u8))
            {
                var name = NameAttribute(ref scanner);
                values.Add((name, scanner.ReadContent()));
            }
            else if (scanner.Name.SequenceEqual("points"u8))
                ReadKeypoint(text, ref scanner);
    }

    void ReadKeypoint(ReadOnlySpan<byte> text, ref XmlScanner scanner)
    {
        var tag = new XmlRange(scanner.Start, scanner.End - scanner.Start);
        var attributes = CvatAttributes.Of(ref scanner);
        var numbers = new CvatNumbers(text, tag, file, part.Problems);
        points.Clear();
        numbers.Points(attributes[(int)CvatKey.Points] is { IsNone: false } range ? range : new(0, 0), points);
        var visibility =
            numbers.Flag(attributes, CvatKey.Outside) == true ? 0
            : numbers.Flag(attributes, CvatKey.Occluded) == true ? 1
            : 2;
        var (x, y) = points.Count >= 2 ? (points[0], points[1]) : (double.NaN, double.NaN);
        keypoints.Add((Text(text, attributes[(int)CvatKey.Label]) ?? "", new(x, y, visibility)));
        scanner.SkipElement();
    }

    void ReadGeometry(
        ref AnnotationRow row,
        CvatNumbers numbers,
        in CvatAttributes attributes,
        in Context context,
        string? label
    )
    {
        switch (row.Shape)
        {
            case ShapeKind.Box:
                row.Box = Box.FromEdges(
                    numbers.Required(attributes, CvatKey.Left),
                    numbers.Required(attributes, CvatKey.Top),
                    numbers.Required(attributes, CvatKey.Right),
                    numbers.Required(attributes, CvatKey.Bottom)
                );
                row.Flags |= AnnotationFlags.HasStoredBox;
                row.Angle = numbers.Optional(attributes, CvatKey.Rotation, 0);
                row.Shape = row.Angle == 0 ? ShapeKind.Box : ShapeKind.RotatedBox;
                break;
            case ShapeKind.Ellipse:
                row.Box = Box.FromCenter(
                    numbers.Required(attributes, CvatKey.CenterX),
                    numbers.Required(attributes, CvatKey.CenterY),
                    2 * numbers.Required(attributes, CvatKey.RadiusX),
                    2 * numbers.Required(attributes, CvatKey.RadiusY)
                );
                row.Angle = numbers.Optional(attributes, CvatKey.Rotation, 0);
                break;
            case ShapeKind.Polygon or ShapeKind.Polyline or ShapeKind.Point:
                ReadPoints(ref row, numbers, attributes);
                break;
            case ShapeKind.Cuboid:
                ReadCuboid(ref row, numbers, attributes);
                break;
            case ShapeKind.Mask:
                ReadMask(ref row, numbers, attributes, context);
                break;
            case ShapeKind.Skeleton:
                ReadSkeleton(ref row, label);
                break;
        }
    }

    void ReadPoints(ref AnnotationRow row, CvatNumbers numbers, in CvatAttributes attributes)
    {
        points.Clear();
        if (attributes[(int)CvatKey.Points].IsNone)
            numbers.Required(attributes, CvatKey.Points);
        else
            numbers.Points(attributes[(int)CvatKey.Points], points);
        SetPolygon(ref row, CvatBounds.Of(points));
    }

    // The two faces of the projection, as a polygon of two rings.
    void ReadCuboid(ref AnnotationRow row, CvatNumbers numbers, in CvatAttributes attributes)
    {
        points.Clear();
        for (var i = 0; i < 16; i++)
            points.Add(numbers.Required(attributes, CvatKey.FirstCuboid + i));
        var faces = new PolygonBuffer();
        faces.AddPart(points.ToArray().AsSpan(0, 8));
        faces.AddPart(points.ToArray().AsSpan(8, 8));
        row.Box = CvatBounds.Of(points);
        row.Geometry = part.Geometry.AddPolygon(faces);
        row.Flags |= AnnotationFlags.HasPolygon;
    }

    void ReadMask(ref AnnotationRow row, CvatNumbers numbers, in CvatAttributes attributes, in Context context)
    {
        var (left, top) = (
            numbers.Required(attributes, CvatKey.MaskLeft),
            numbers.Required(attributes, CvatKey.MaskTop)
        );
        var width = numbers.Required(attributes, CvatKey.MaskWidth);
        var height = numbers.Required(attributes, CvatKey.MaskHeight);
        row.Box = new(left, top, width, height);
        row.Flags |= AnnotationFlags.HasStoredBox;
        var range = attributes[(int)CvatKey.Rle];
        points.Clear();
        if (range.IsNone)
            numbers.Required(attributes, CvatKey.Rle);
        else
            numbers.Points(range, points);
        if (range.IsNone || !row.Box.IsFinite || points.Exists(double.IsNaN))
            return;
        if (points.Exists(run => !(run >= 0 && run <= uint.MaxValue && run == Math.Floor(run))))
        {
            part.Problems.Report(
                XmlProblems.BadMask,
                new(file, range.Start, range.Length),
                "A run is no count of pixels."
            );
            return;
        }

        runs.Clear();
        foreach (var run in points)
            runs.Add((uint)run);
        // Where the image's size is unknown the mask's own box is all there is.
        var result = RleMask.FromRowRuns(
            runs.ToArray(),
            (int)Math.Clamp(left, int.MinValue, int.MaxValue),
            (int)Math.Clamp(top, int.MinValue, int.MaxValue),
            (int)Math.Clamp(width, -1, int.MaxValue),
            (int)Math.Clamp(height, -1, int.MaxValue),
            context.Height > 0 ? context.Height : (int)Math.Clamp(top + height, 0, int.MaxValue),
            context.Width > 0 ? context.Width : (int)Math.Clamp(left + width, 0, int.MaxValue)
        );
        if (result.Problem.Kind != RleProblemKind.None)
            part.Problems.Report(
                XmlProblems.BadMask,
                new(file, range.Start, range.Length),
                $"The runs do not fill the mask's box of {width} x {height} pixels ({result.Problem.Kind})."
            );
        if (!result.HasMask)
            return;
        row.Geometry = part.Geometry.AddMask(result.Mask);
        row.Flags |= AnnotationFlags.HasMask;
    }

    // In the declared order; points that no label declares follow in the order of the file.
    void ReadSkeleton(ref AnnotationRow row, string? label)
    {
        ordered.Clear();
        points.Clear();
        foreach (var name in label is null ? [] : labels.PointsOf(label))
        {
            var index = keypoints.FindIndex(point => point.Name == name);
            ordered.Add(index < 0 ? default : keypoints[index].Point);
            if (index >= 0)
                keypoints.RemoveAt(index);
        }

        foreach (var (_, point) in keypoints)
            ordered.Add(point);
        foreach (var point in ordered)
            if (point.IsLabelled)
                points.AddRange([point.X, point.Y]);
        row.Box = CvatBounds.Of(points);
        row.Geometry = part.Geometry.AddKeypoints(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ordered));
        row.Flags |= AnnotationFlags.HasKeypoints;
    }

    void SetPolygon(ref AnnotationRow row, Box bounds)
    {
        row.Box = bounds;
        row.Geometry = part.Geometry.AddPolygon(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(points));
        row.Flags |= AnnotationFlags.HasPolygon;
    }

    void AddAttributes(ReadOnlySpan<byte> text, int annotation, bool? occluded, in CvatAttributes attributes)
    {
        if (occluded is { } isOccluded)
            part.SetAttribute(annotation, "occluded", AttributeValue.Of(isOccluded));
        if (Text(text, attributes[(int)CvatKey.Source]) is { } source)
            part.SetAttribute(annotation, "source", AttributeValue.Of(source));
        foreach (var (name, value) in values)
            part.SetAttribute(annotation, name, AttributeValue.Of(Text(text, value)!));
    }

    string NameAttribute(ref XmlScanner scanner)
    {
        while (scanner.NextAttribute(out var attribute))
            if (scanner.Bytes(attribute.Name).SequenceEqual("name"u8))
                return XmlText.Decode(scanner.Bytes(attribute.Value), part.Texts);
        return "";
    }

    string? Text(ReadOnlySpan<byte> text, XmlRange range) =>
        range.IsNone ? null : XmlText.Decode(text.Slice(range.Start, range.Length), part.Texts);
}
