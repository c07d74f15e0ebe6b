using System.Runtime.InteropServices;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Labelbox;

/// <summary>Reads data rows with their labels, or single annotations of imports.</summary>
sealed class LabelboxReader(FormatFile file) : IJsonRecords
{
    readonly DatasetPart part = file.Part;
    readonly Dictionary<string, int> imported = new(StringComparer.Ordinal);

    public JsonUse UseOf(scoped ReadOnlySpan<byte> key) => JsonUse.Each;

    // Annotations of imports that name the same data row share an image.
    public bool KnowsOthers => imported.Count > 0;

    public static JsonNode BoxOf(JsonNode node) =>
        node["bounding_box"u8] is { Exists: true } box ? box : node["bbox"u8];

    /// <summary>The vertices, and what they make.</summary>
    public static JsonNode RingOf(JsonNode node, out ShapeKind shape)
    {
        shape = ShapeKind.Polygon;
        if (node["polygon"u8] is { IsArray: true } polygon)
            return polygon;
        shape = ShapeKind.Polyline;
        return node["line"u8];
    }

    public static JsonNode IdOf(JsonNode node) => FirstOf(node["feature_id"u8], node["featureId"u8], node["uuid"u8]);

    public static JsonNode ClassOf(JsonNode node) => FirstOf(node["name"u8], node["title"u8], node["schemaId"u8]);

    /// <summary>What names the picture of a data row.</summary>
    public static JsonNode NameOf(JsonNode row) =>
        FirstOf(
            row["data_row"u8]["external_id"u8],
            row["data_row"u8]["global_key"u8],
            row["External ID"u8],
            row["data_row"u8]["row_data"u8],
            row["Labeled Data"u8]
        );

    public void Read(scoped ReadOnlySpan<byte> key, JsonNode record)
    {
        if (record["dataRow"u8].IsObject)
            ReadImport(record);
        else if (record["data_row"u8].IsObject)
            ReadExport(record);
        else if (record["Label"u8].Exists || record["DataRow ID"u8].Exists)
            ReadOldExport(record);
        else
            part.Problems.Report(
                JsonProblems.MissingField,
                record.Span,
                "The record has neither 'data_row', 'dataRow' nor 'Label'."
            );
    }

    void ReadExport(JsonNode record)
    {
        var image = AddImage(record, record["data_row"u8]["id"u8]);
        foreach (var project in record["projects"u8].Children)
        foreach (var label in project["labels"u8].Children)
        {
            var annotator = label["label_details"u8]["created_by"u8].TextIn(part.Texts);
            var isSkipped = label["performance_details"u8]["skipped"u8].Flag == true;
            if (isSkipped)
                part.Images.State[image] = ImageState.Skipped;
            ReadObjects(label["annotations"u8], image, annotator);
            foreach (var frame in label["annotations"u8]["frames"u8].Children)
                ReadFrame(record, frame, annotator);
        }
    }

    void ReadOldExport(JsonNode record)
    {
        var image = AddImage(record, record["DataRow ID"u8]);
        if (record["Skipped"u8].Flag == true)
            part.Images.State[image] = ImageState.Skipped;
        ReadObjects(record["Label"u8], image, record["Created By"u8].TextIn(part.Texts));
    }

    // Objects of a frame are members, named by their id.
    void ReadFrame(JsonNode record, JsonNode frame, string? annotator)
    {
        var number = int.TryParse(frame.KeyText, out var n) && n > 0 ? n - 1 : 0;
        var image = part.AddImage(
            new(frame.Span)
            {
                FileName = NameOf(record).Text ?? "",
                Sequence = NameOf(record).Text,
                Frame = number,
                Width = record["media_attributes"u8]["width"u8].Pixels,
                Height = record["media_attributes"u8]["height"u8].Pixels,
                State = ImageState.Annotated,
            }
        );
        foreach (var node in frame["objects"u8].Children)
            ReadObject(node, image, annotator, number);
    }

    void ReadObjects(JsonNode annotations, int image, string? annotator)
    {
        foreach (var node in annotations["objects"u8].Children)
            ReadObject(node, image, annotator, -1);
        foreach (var answer in annotations["classifications"u8].Children)
            if (ClassOf(answer).TextIn(part.Texts) is { } name)
                part.SetImageAttribute(image, name, AnswerOf(answer));
    }

    int AddImage(JsonNode record, JsonNode id) =>
        part.AddImage(
            new(record.Span)
            {
                Id = id.Id(part),
                FileName = NameOf(record).Text ?? "",
                Width = record["media_attributes"u8]["width"u8].Pixels,
                Height = record["media_attributes"u8]["height"u8].Pixels,
                State = ImageState.Annotated,
            }
        );

    void ReadImport(JsonNode record)
    {
        var id = FirstOf(record["dataRow"u8]["id"u8], record["dataRow"u8]["globalKey"u8]);
        var name = id.Text ?? "";
        if (!imported.TryGetValue(name, out var image))
            imported[name] = image = part.AddImage(new(record.Span) { Id = id.Id(part), FileName = name });
        // Answers are about the image; video and text have no shape here.
        if (BoxOf(record).Exists || RingOf(record, out _).Exists || record["point"u8].Exists || record["mask"u8].Exists)
            ReadObject(record, image, null, -1);
        else if (record["answer"u8].Exists || record["answers"u8].Exists)
            part.SetImageAttribute(image, ClassOf(record).Text ?? "", AnswerOf(record));
    }

    void ReadObject(JsonNode node, int image, string? annotator, int frame)
    {
        var row = new AnnotationRow(node.Span)
        {
            Image = image,
            Id = IdOf(node).Id(part),
            Category = ClassOf(node).TextIn(part.Texts) is { } name ? part.Category(name) : -1,
            Annotator = annotator,
            Frame = frame,
        };
        if (node["confidence"u8].IsNumber)
            (row.Score, row.Flags) = (node["confidence"u8].Number, AnnotationFlags.Prediction);
        if (frame >= 0 && !row.Id.IsNone)
            row.Track = part.AddTrack(new(file.File, row.Id, -1, Sources.SourceSpan.None));
        SetShape(ref row, node);
        var annotation = part.AddAnnotation(row);
        foreach (var answer in node["classifications"u8].Children)
            if (ClassOf(answer).TextIn(part.Texts) is { } question)
                part.SetAttribute(annotation, question, AnswerOf(answer));
    }

    void SetShape(ref AnnotationRow row, JsonNode node)
    {
        if (BoxOf(node) is { IsObject: true } box)
            Shapes.SetBox(
                ref row,
                new Box(box["left"u8].Number, box["top"u8].Number, box["width"u8].Number, box["height"u8].Number)
            );
        else if (RingOf(node, out var shape) is { IsArray: true } ring)
        {
            var vertices = new List<double>();
            foreach (var point in ring.Children)
                vertices.AddRange([point["x"u8].Number, point["y"u8].Number]);
            Shapes.SetPoints(ref row, part, CollectionsMarshal.AsSpan(vertices), shape);
        }
        else if (node["point"u8] is { IsObject: true } point)
            Shapes.SetPoints(ref row, part, [point["x"u8].Number, point["y"u8].Number], ShapeKind.Point);
        // The pixels of masks lie behind an address on the network, which is not followed.
        else if (node["mask"u8].Exists || node["instanceURI"u8].Exists)
            row.Shape = ShapeKind.Mask;
        else
        {
            row.Flags |= AnnotationFlags.Unread;
            part.Problems.Report(
                JsonProblems.MissingField,
                node.Span,
                "The object has no geometry that is known here."
            );
        }
    }

    /// <summary>One answer as a text, several as a list.</summary>
    AttributeValue AnswerOf(JsonNode question)
    {
        var single = FirstOf(question["radio_answer"u8], question["text_answer"u8], question["answer"u8]);
        var several = FirstOf(question["checkbox_answers"u8], question["checklist_answers"u8], question["answers"u8]);
        if (single.IsArray)
            several = single;
        else if (single.Exists)
            return Said(single);
        var answers = new List<string>();
        foreach (var answer in several.Children)
            answers.Add(Said(answer).ToString());
        return AttributeValue.Of(answers.ToArray());
    }

    AttributeValue Said(JsonNode answer) =>
        answer.IsObject
            ? FirstOf(answer["name"u8], answer["title"u8], answer["content"u8], answer["value"u8], answer["schemaId"u8])
                .Attribute(part.Texts)
            : answer.Attribute(part.Texts);

    static JsonNode FirstOf(params ReadOnlySpan<JsonNode> nodes)
    {
        foreach (var node in nodes)
            if (node.Exists && node.Kind != JsonKind.Null)
                return node;
        return default;
    }
}
