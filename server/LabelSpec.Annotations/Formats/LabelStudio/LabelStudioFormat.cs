using System.Collections.Immutable;
using System.Text;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Formats.Json.Edits;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.LabelStudio;

/// <summary>Label Studio JSON: tasks with percentages of the image's size. See <c>docs/formats/labelstudio.md</c>.</summary>
sealed class LabelStudioFormat : JsonFormat
{
    public override string Id => "labelstudio";

    public override string Title => "Label Studio JSON";

    protected override int BatchSize => 1;

    public override FormatMatch Detect(FormatProbe probe)
    {
        var first = probe.Json.IsObject ? probe.Json : probe.Json[0];
        if (IsResult(first["result"u8]))
            return new(0.85, "'result' with 'from_name'");
        foreach (var name in LabelStudioReader.AnnotationLists)
            if (first[Encoding.UTF8.GetBytes(name)] is { IsArray: true } list)
                if (IsResult(list[0]["result"u8]))
                    return new(0.95, $"tasks with '{name}' and 'result'");
        return first["data"u8].IsObject && (first["annotations"u8].IsArray || first["completions"u8].IsArray)
            ? new(0.85, "tasks with 'data' and 'annotations'")
            : FormatMatch.No;
    }

    protected override Func<FormatFile, IJsonRecords> IndependentRecords => file => new LabelStudioReader(file);

    protected override void Read(FormatFile file) => new JsonFile(file, new LabelStudioReader(file)).Read();

    protected internal override JsonNode Find(in JsonPlace place, Field field)
    {
        var node = place.Node;
        if (!place.IsAnnotation)
            return field.Kind switch
            {
                FieldKind.Id => node["id"u8],
                FieldKind.FileName or FieldKind.Name => LabelStudioReader.PictureOf(node["data"u8]),
                _ => default,
            };
        var value = node["value"u8];
        return field.Kind switch
        {
            FieldKind.Id => node["id"u8],
            FieldKind.Category => LabelStudioReader.LabelsOf(node)[0],
            FieldKind.Score => node["score"u8],
            FieldKind.Frame => node["frame"u8],
            FieldKind.Box => value.Exists ? value : node,
            FieldKind.BoxPart => BoxPart(value.Exists ? value : node, field.Index),
            FieldKind.Angle => (value.Exists ? value : node)["rotation"u8],
            FieldKind.Segmentation or FieldKind.Part => value["points"u8] is { Exists: true } points
                ? points
                : value["rle"u8],
            FieldKind.Vertex => value["points"u8][field.Vertex],
            FieldKind.Width => node["original_width"u8],
            FieldKind.Height => node["original_height"u8],
            _ => default,
        };
    }

    protected internal override double[]? BoxNumbers(in JsonPlace place, Box box)
    {
        var rows = place.Dataset.Annotations;
        var row = place.Element.Index;
        if (rows.Shapes[row] is not (ShapeKind.Box or ShapeKind.RotatedBox))
            return null;
        var (width, height) = (place.Dataset.Images.Widths[place.Image], place.Dataset.Images.Heights[place.Image]);
        // The corner before turning about it: where the top-left corner of the turned box lies.
        var corners = RotatedBox.FromBox(box, rows.Angles[row]).Corners();
        return
        [
            100 * corners[0] / width,
            100 * corners[1] / height,
            100 * box.Width / width,
            100 * box.Height / height,
        ];
    }

    protected internal override string? PolygonValue(
        in JsonPlace place,
        ImmutableArray<ImmutableArray<double>> parts,
        NumberStyle style
    )
    {
        if (parts.Length != 1 || !place.Node["value"u8]["points"u8].IsArray)
            return null;
        var (width, height) = (place.Dataset.Images.Widths[place.Image], place.Dataset.Images.Heights[place.Image]);
        var shares = parts[0].Select((number, i) => 100 * number / (i % 2 == 0 ? width : height));
        return PairsOf([.. shares], style);
    }

    // What is said about a region goes with it: else it would be said about the image.
    protected internal override IEnumerable<SourceSpan> RemovedWith(Dataset dataset, Element element)
    {
        var (image, span) = (dataset.Annotations.Images[element.Index], dataset.SpanOf(element));
        var task = PlaceOf(dataset, Element.Image(image)).Node;
        var removed = new List<SourceSpan> { span };
        foreach (var name in LabelStudioReader.AnnotationLists)
        foreach (var annotation in task[Encoding.UTF8.GetBytes(name)].Children)
            AddRemarks(annotation["result"u8], span, removed);
        return removed;
    }

    static void AddRemarks(JsonNode results, SourceSpan region, List<SourceSpan> removed)
    {
        string? id = null;
        foreach (var result in results.Children)
            if (result.Span == region)
                id = result["id"u8].Text;
        foreach (var result in results.Children)
            if (id is not null && result.Span != region && result["id"u8].Text == id)
                removed.Add(result.Span);
    }

    static JsonNode BoxPart(JsonNode value, int index) =>
        index switch
        {
            0 => value["x"u8],
            1 => value["y"u8],
            2 => value["width"u8],
            3 => value["height"u8],
            _ => default,
        };

    static bool IsResult(JsonNode result) =>
        result[0]["from_name"u8].Exists || (result[0]["type"u8].IsText && result[0]["value"u8].IsObject);
}
