using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.OpenLabel;

/// <summary>ASAM OpenLABEL 1.0, whose boxes are given by their centre. See <c>docs/formats/openlabel.md</c>.</summary>
sealed class OpenLabelFormat : JsonFormat
{
    public override string Id => "openlabel";

    public override string Title => "ASAM OpenLABEL";

    protected override int BatchSize => 1;

    public override FormatMatch Detect(FormatProbe probe) =>
        probe.Json["openlabel"u8].IsObject ? new(0.95, "an object 'openlabel'") : FormatMatch.No;

    protected override void Read(FormatFile file) => new JsonFile(file, new OpenLabelReader(file)).Read();

    protected internal override JsonNode Find(in JsonPlace place, Field field)
    {
        var (node, value) = (place.Node, place.Node["val"u8]);
        if (!place.IsAnnotation)
            return default;
        return field.Kind switch
        {
            FieldKind.Box or FieldKind.Segmentation or FieldKind.Part => value,
            FieldKind.BoxPart => value[field.Index],
            FieldKind.Angle => value[4],
            // A vertex of a chain of steps is nowhere by itself.
            FieldKind.Vertex => PolygonChainCode.Is(node["mode"u8].Text) ? value : value[2 * field.Vertex],
            FieldKind.Name => node["name"u8],
            FieldKind.Attribute => OpenLabelReader.AttributeOf(node["attributes"u8], field.Name)["val"u8],
            _ => default,
        };
    }

    protected override SourceSpan LocateOutside(Dataset dataset, Element element, Field field) =>
        element.Kind == ElementKind.Annotation && field.Kind == FieldKind.Category
            ? ObjectTypes.Of(dataset, dataset.SpanOf(element))
            : SourceSpan.None;

    protected internal override double[]? BoxNumbers(in JsonPlace place, Box box) =>
        place.Dataset.Annotations.Shapes[place.Element.Index] is ShapeKind.Box or ShapeKind.RotatedBox
            ? [box.Center.X, box.Center.Y, box.Width, box.Height]
            : null;

    // Polygons name each other by their places in the list.
    protected internal override bool IsRemovable(in JsonPlace place) => !place.Node["hierarchy"u8].Exists;
}
