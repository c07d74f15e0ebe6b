using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.CrowdHuman;

/// <summary>
/// CrowdHuman <c>.odgt</c>: a line of JSON for each image, with up to three boxes for each person. See
/// <c>docs/formats/crowdhuman.md</c>.
/// </summary>
sealed class CrowdHumanFormat : JsonFormat
{
    const string VisibleBody = "visible body";
    const string Head = "head";

    public override string Id => "crowdhuman";

    public override string Title => "CrowdHuman odgt";

    protected override int BatchSize => 1;

    public override FormatMatch Detect(FormatProbe probe) =>
        probe.Json["gtboxes"u8].IsArray || probe.Json["dtboxes"u8].IsArray
            ? new(0.95, "lines of JSON with 'gtboxes' or 'dtboxes'")
            : FormatMatch.No;

    protected override void Read(FormatFile file) => Walk(new JsonFile(file, new Records(file)));

    protected override Func<FormatFile, IJsonRecords> IndependentRecords => file => new Records(file);

    protected override void Walk(JsonFile file) => file.ReadLines();

    protected internal override JsonNode Find(in JsonPlace place, Field field)
    {
        var node = place.Node;
        if (!place.IsAnnotation)
            return field.Kind is FieldKind.Id or FieldKind.FileName or FieldKind.Name ? node["ID"u8] : default;
        // The boxes of the visible body and the head are elements of their own: four numbers.
        var box = node.IsArray ? node : BoxOf(node);
        return field.Kind switch
        {
            FieldKind.Category => node["tag"u8],
            FieldKind.Box => box,
            FieldKind.BoxPart => box[field.Index],
            FieldKind.Score => node["score"u8],
            FieldKind.Group => node["extra"u8]["box_id"u8],
            FieldKind.Attribute => node["extra"u8][System.Text.Encoding.UTF8.GetBytes(field.Name)],
            _ => default,
        };
    }

    protected internal override string? CategoryValue(in JsonPlace place, string category) =>
        category is VisibleBody or Head ? null : JsonText.Quote(category);

    protected internal override double[] BoxNumbers(in JsonPlace place, Box box) =>
        [box.Left, box.Top, box.Width, box.Height];

    static JsonNode BoxOf(JsonNode person) => person["fbox"u8] is { Exists: true } full ? full : person["box"u8];

    sealed class Records(FormatFile file) : IJsonRecords
    {
        readonly DatasetPart part = file.Part;

        // Of the image: groups of different images have nothing to do with one another.
        int people;

        public JsonUse UseOf(scoped ReadOnlySpan<byte> key) => JsonUse.Whole;

        public void Read(scoped ReadOnlySpan<byte> key, JsonNode record)
        {
            if (!record.IsObject)
            {
                part.Problems.Report(JsonProblems.WrongType, record.Span, "A line is an object in braces.");
                return;
            }
            var name = record["ID"u8];
            var id = name.Text ?? (name.IsNumber ? System.Text.Encoding.UTF8.GetString(name.Raw) : null);
            if (name.Text is null)
                part.Problems.Report(
                    JsonProblems.MissingField,
                    name.Exists ? name.Span : record.Span,
                    "The line has no text 'ID', which names the picture."
                );
            var image = part.AddImage(
                new(record.Span)
                {
                    Id = id is null ? RecordId.None : part.IdOf(id),
                    FileName = id is null ? "" : id + ".jpg",
                    State = ImageState.Annotated,
                }
            );
            people = 0;
            foreach (var person in record["gtboxes"u8].Children)
                ReadPerson(person, image, AnnotationFlags.None);
            foreach (var person in record["dtboxes"u8].Children)
                ReadPerson(person, image, AnnotationFlags.Prediction);
        }

        void ReadPerson(JsonNode person, int image, AnnotationFlags flags)
        {
            var tag = person["tag"u8].TextIn(part.Texts);
            var extra = person["extra"u8];
            // A "mask" is a region where people are not told apart.
            if (tag == "mask" || extra["ignore"u8].Flag == true)
                flags |= AnnotationFlags.Ignore;
            // 0 means "no group" in most formats that can be written.
            var group = ++people;
            if (BoxOf(person).Count != 4)
                part.Problems.Report(JsonProblems.BoxNumbers, person.Span, "A full box 'fbox' has four numbers.");
            var annotation = Add(person.Span, BoxOf(person), tag, image, group, flags, person["score"u8].Number);
            foreach (var attribute in extra.Children)
                part.SetAttribute(annotation, part.Texts.Get(attribute.Key), attribute.Attribute(part.Texts));
            if (person["vbox"u8] is { Count: 4 } visible)
                Add(visible.Span, visible, VisibleBody, image, group, flags, double.NaN);
            if (person["hbox"u8] is not { Count: 4 } head)
                return;
            var isIgnored = person["head_attr"u8]["ignore"u8].Flag == true;
            Add(head.Span, head, Head, image, group, isIgnored ? flags | AnnotationFlags.Ignore : flags, double.NaN);
        }

        int Add(
            Sources.SourceSpan span,
            JsonNode box,
            string? category,
            int image,
            int group,
            AnnotationFlags flags,
            double score
        )
        {
            var row = new AnnotationRow(span)
            {
                Image = image,
                Category = category is null ? -1 : part.Category(category),
                Flags = flags,
                Group = group,
                Score = score,
            };
            Shapes.SetBox(ref row, Shapes.BoxOf(box));
            return part.AddAnnotation(row);
        }
    }
}
