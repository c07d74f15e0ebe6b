using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.CreateMl;

/// <summary>Create ML JSON: boxes by their centre. See <c>docs/formats/createml.md</c>.</summary>
sealed class CreateMlFormat : JsonFormat
{
    public override string Id => "createml";

    public override string Title => "Create ML JSON";

    protected override int BatchSize => 1;

    public override FormatMatch Detect(FormatProbe probe)
    {
        var first = probe.Json[0];
        if (!NameOf(first).IsText || !ListOf(first).IsArray)
            return FormatMatch.No;
        return ListOf(first).Count == 0 ? new(0.6, "an array of objects with 'image' and 'annotations'")
            : ListOf(first)[0]["coordinates"u8].IsObject ? new(0.95, "annotations with 'label' and 'coordinates'")
            : FormatMatch.No;
    }

    protected override Func<FormatFile, IJsonRecords> IndependentRecords => file => new Records(file);

    protected override void Read(FormatFile file) => new JsonFile(file, new Records(file)).Read();

    protected internal override JsonNode Find(in JsonPlace place, Field field)
    {
        var (node, box) = (place.Node, place.Node["coordinates"u8]);
        return field.Kind switch
        {
            FieldKind.FileName or FieldKind.Name when place.IsImage => NameOf(node),
            FieldKind.Category when place.IsAnnotation => node["label"u8],
            FieldKind.Box => box,
            FieldKind.BoxPart => field.Index switch
            {
                0 => box["x"u8],
                1 => box["y"u8],
                2 => box["width"u8],
                3 => box["height"u8],
                _ => default,
            },
            FieldKind.Score => node["confidence"u8],
            _ => default,
        };
    }

    protected internal override double[] BoxNumbers(in JsonPlace place, Box box) =>
        [box.Center.X, box.Center.Y, box.Width, box.Height];

    static JsonNode NameOf(JsonNode image) =>
        image["image"u8] is { IsText: true } name ? name : image["imagefilename"u8];

    static JsonNode ListOf(JsonNode image) =>
        image["annotations"u8] is { IsArray: true } list ? list : image["annotation"u8];

    sealed class Records(FormatFile file) : IJsonRecords
    {
        public JsonUse UseOf(scoped ReadOnlySpan<byte> key) => JsonUse.Each;

        public void Read(scoped ReadOnlySpan<byte> key, JsonNode record)
        {
            var part = file.Part;
            if (!NameOf(record).IsText)
                part.Problems.Report(JsonProblems.MissingField, record.Span, "The element has no text 'image'.");
            var image = part.AddImage(new(record.Span) { FileName = NameOf(record).Text ?? "" });
            foreach (var node in ListOf(record).Children)
                ReadAnnotation(part, node, image);
        }

        static void ReadAnnotation(DatasetPart part, JsonNode node, int image)
        {
            var box = node["coordinates"u8];
            var row = new AnnotationRow(node.Span)
            {
                Image = image,
                Category = node["label"u8].TextIn(part.Texts) is { } name ? part.Category(name) : -1,
            };
            if (node["confidence"u8].IsNumber)
                (row.Score, row.Flags) = (node["confidence"u8].Number, AnnotationFlags.Prediction);
            Shapes.SetBox(
                ref row,
                Box.FromCenter(box["x"u8].Number, box["y"u8].Number, box["width"u8].Number, box["height"u8].Number)
            );
            if (!box.IsObject || row.Category < 0)
                part.Problems.Report(
                    JsonProblems.MissingField,
                    node.Span,
                    "An annotation has a text 'label' and an object 'coordinates'."
                );
            part.AddAnnotation(row);
        }
    }
}
