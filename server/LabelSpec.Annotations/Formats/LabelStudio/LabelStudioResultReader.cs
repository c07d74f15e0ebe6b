using System.Runtime.InteropServices;
using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.LabelStudio;

/// <summary>
/// Reads the results of one annotation. What a region is called and what is said about it may stand in results of their
/// own that share its id.
/// </summary>
sealed class LabelStudioResultReader(FormatFile file)
{
    readonly DatasetPart part = file.Part;
    readonly Dictionary<string, int> regions = new(StringComparer.Ordinal);
    readonly Dictionary<(int Image, int Frame), int> frames = [];
    readonly LabelStudioSkeletons skeletons = new(file.Part);
    readonly HashSet<string> boxes = new(StringComparer.Ordinal);
    int image;
    string? annotator;
    AnnotationFlags flags;
    double score;

    public void Read(JsonNode results, int image, string? annotator, AnnotationFlags flags, double score)
    {
        (this.image, this.annotator, this.flags, this.score) = (image, annotator, flags, score);
        regions.Clear();
        skeletons.Clear();
        boxes.Clear();
        foreach (var result in results.Children)
            if (IsBox(result) && result["id"u8].Text is { } id)
                boxes.Add(id);
        var (width, height) = (part.Images.Width.At(image), part.Images.Height.At(image));
        foreach (var result in results.Children)
            if (IsRegion(result) && !skeletons.TryTake(result, boxes, width, height))
                ReadRegion(result);
        skeletons.Join(regions);
        foreach (var result in results.Children)
            if (!IsRegion(result))
                ReadRemark(result);
        foreach (var (_, annotation) in regions)
            if (part.Annotations.Category.At(annotation) < 0)
                part.Problems.Report(
                    JsonProblems.MissingField,
                    new(file.File, part.Annotations.Start.At(annotation), part.Annotations.Length.At(annotation)),
                    "This region has no label; open the task and give it one, or remove it."
                );
    }

    static bool IsBox(JsonNode result) =>
        result["value"u8]["width"u8].IsNumber
        && result["type"u8].Text?.StartsWith("rectangle", StringComparison.Ordinal) == true;

    static bool IsRegion(JsonNode result)
    {
        var value = result["value"u8];
        return value["x"u8].Exists
            || value["points"u8].IsArray
            || value["rle"u8].IsArray
            || value["sequence"u8].IsArray;
    }

    void ReadRegion(JsonNode result)
    {
        var row = Row(result);
        if (result["id"u8].Text is { } id && regions.TryGetValue(id, out var known))
        {
            // The same region again, to say what it is.
            if (part.Annotations.Category.At(known) < 0 && row.Category >= 0)
                part.Annotations.Category[known] = row.Category;
            ReadRemark(result);
            return;
        }
        var value = result["value"u8];
        if (value["sequence"u8].IsArray)
        {
            ReadVideo(result, row);
            return;
        }
        if (!SetShape(ref row, value, result["type"u8].Text ?? "") && row.Shape != ShapeKind.None)
            part.Problems.Report(
                JsonProblems.WrongType,
                result.Span,
                "The geometry of this region cannot be understood; it keeps its label."
            );
        Add(row, result);
    }

    AnnotationRow Row(JsonNode result)
    {
        var labels = LabelStudioReader.LabelsOf(result);
        var row = new AnnotationRow(result.Span)
        {
            Image = image,
            Annotator = annotator,
            Id = result["id"u8].Id(part),
            Category = labels[0].TextIn(part.Texts) is { } label ? part.Category(label) : -1,
            Flags = flags,
            Score =
                result["score"u8].IsNumber ? result["score"u8].Number
                : flags.HasFlag(AnnotationFlags.Prediction) ? score
                : double.NaN,
        };
        if (!row.Id.IsNone)
            row.Flags |= AnnotationFlags.HasId;
        return row;
    }

    void Add(in AnnotationRow row, JsonNode result)
    {
        var annotation = part.AddAnnotation(row);
        regions[result["id"u8].Text ?? $"#{annotation}"] = annotation;
        var labels = LabelStudioReader.LabelsOf(result);
        if (labels.Count > 1)
            part.SetAttribute(annotation, "labels", labels.Attribute(part.Texts));
        AddMeta(annotation, result);
    }

    void AddMeta(int annotation, JsonNode result)
    {
        foreach (var entry in result["meta"u8].Children)
            part.SetAttribute(annotation, entry.KeyText, entry.Attribute(part.Texts));
    }

    bool SetShape(ref AnnotationRow row, JsonNode value, string type)
    {
        var (width, height) = (part.Images.Width.At(image), part.Images.Height.At(image));
        var (x, y) = (value["x"u8].Number / 100 * width, value["y"u8].Number / 100 * height);
        if (value["rle"u8].IsArray)
            return LabelStudioBrush.TrySet(ref row, part, value["rle"u8], width, height);
        if (value["points"u8] is { IsArray: true } points)
        {
            var vertices = new List<double>();
            foreach (var point in points.Children)
            {
                vertices.Add((point.IsObject ? point["x"u8] : point[0]).Number / 100 * width);
                vertices.Add((point.IsObject ? point["y"u8] : point[1]).Number / 100 * height);
            }
            var isOpen = value["closed"u8].Flag == false;
            Shapes.SetPoints(
                ref row,
                part,
                CollectionsMarshal.AsSpan(vertices),
                isOpen ? ShapeKind.Polyline : ShapeKind.Polygon
            );
            return vertices.Count > 0;
        }
        if (value["radiusX"u8].Exists)
        {
            row.Shape = ShapeKind.Ellipse;
            row.Flags |= AnnotationFlags.HasStoredBox;
            row.Angle = Angle(value);
            row.Box = Box.FromCenter(
                x,
                y,
                value["radiusX"u8].Number / 50 * width,
                value["radiusY"u8].Number / 50 * height
            );
            return true;
        }
        if (type.StartsWith("keypoint", StringComparison.Ordinal))
        {
            Shapes.SetPoints(ref row, part, [x, y], ShapeKind.Point);
            return true;
        }
        if (!value["width"u8].Exists)
            return false;
        SetBox(ref row, value, width, height);
        return true;
    }

    // The place is that of the top-left corner, about which the box is turned.
    static void SetBox(ref AnnotationRow row, JsonNode value, int width, int height)
    {
        var (left, top) = (value["x"u8].Number / 100 * width, value["y"u8].Number / 100 * height);
        var (w, h) = (value["width"u8].Number / 100 * width, value["height"u8].Number / 100 * height);
        var angle = Angle(value);
        var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
        var box =
            angle == 0
                ? new Box(left, top, w, h)
                : Box.FromCenter(left + (w * cos - h * sin) / 2, top + (w * sin + h * cos) / 2, w, h);
        Shapes.SetBox(ref row, box, angle);
    }

    static double Angle(JsonNode value) => double.IsFinite(value["rotation"u8].Number) ? value["rotation"u8].Number : 0;

    // Keyframes of one object; frames count from 1.
    void ReadVideo(JsonNode result, AnnotationRow row)
    {
        var track = part.AddTrack(new(file.File, row.Id, row.Category, result.Span));
        foreach (var key in result["value"u8]["sequence"u8].Children)
        {
            var keyRow = row;
            keyRow.Span = key.Span;
            keyRow.Track = track;
            keyRow.Frame = Math.Max(0, key["frame"u8].Index - 1);
            keyRow.Flags |= AnnotationFlags.Keyframe;
            if (key["enabled"u8].Flag == false)
                keyRow.Flags |= AnnotationFlags.Outside;
            keyRow.Image = FrameOf(keyRow.Frame);
            keyRow.Score = key["score"u8].IsNumber ? key["score"u8].Number : row.Score;
            SetBox(ref keyRow, key, part.Images.Width.At(keyRow.Image), part.Images.Height.At(keyRow.Image));
            part.AddAnnotation(keyRow);
        }
    }

    int FrameOf(int frame)
    {
        if (frames.TryGetValue((image, frame), out var known))
            return known;
        var name = part.Images.FileName[image];
        var added = part.AddImage(
            new(new(file.File, part.Images.Start.At(image), part.Images.Length.At(image)))
            {
                FileName = name,
                Frame = frame,
                Sequence = name,
                Width = part.Images.Width.At(image),
                Height = part.Images.Height.At(image),
                Unit = CoordinateUnit.Normalized,
                State = ImageState.Annotated,
            }
        );
        return frames[(image, frame)] = added;
    }

    /// <summary>A choice, text, number or label: of the region with the same id, else of the whole image.</summary>
    void ReadRemark(JsonNode result)
    {
        if (!result.IsObject || result["type"u8].Text is not { } type || type == "relation")
            return;
        var value = result["value"u8];
        var said = value[Encoding.UTF8.GetBytes(type)];
        var name = result["from_name"u8].Text ?? type;
        if (regions.TryGetValue(result["id"u8].Text ?? "", out var region))
        {
            if (type.EndsWith("labels", StringComparison.Ordinal) && said[0].TextIn(part.Texts) is { } label)
                part.Annotations.Category[region] = part.Category(label);
            else if (said.Exists)
                part.SetAttribute(
                    region,
                    name,
                    said.Count == 1 ? said[0].Attribute(part.Texts) : said.Attribute(part.Texts)
                );
        }
        else if (type is "choices" or "taxonomy")
            foreach (var choice in said.Children)
                AddMeta(
                    part.AddAnnotation(
                        Row(result) with
                        {
                            Shape = ShapeKind.Tag,
                            Category = part.Category(
                                choice.TextIn(part.Texts)
                                    ?? string.Join('/', choice.Attribute(part.Texts).AsTexts.ToArray())
                            ),
                        }
                    ),
                    result
                );
        else if (said.Exists)
            part.SetImageAttribute(image, name, said.Attribute(part.Texts));
    }
}
