using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Lvis;

/// <summary>
/// LVIS: COCO instances of many classes, whose images say which classes were looked for. See <c>docs/formats/lvis.md</c>.
/// </summary>
sealed class LvisFormat : IAnnotationFormat
{
    readonly CocoFormat coco = new();

    public string Id => "lvis";

    public string Title => "LVIS JSON";

    public bool ReadsPieces => true;

    public IGeometryDecoder Geometry => coco.Geometry;

    /// <summary>A class with a synset and a frequency, or an image with classes that it does not show.</summary>
    public static bool IsMarked(JsonNode root)
    {
        var (category, image) = (root["categories"u8][0], root["images"u8][0]);
        return (category["synset"u8].Exists && category["frequency"u8].Exists)
            || image["neg_category_ids"u8].IsArray
            || image["not_exhaustive_category_ids"u8].IsArray;
    }

    public FormatMatch Detect(FormatProbe probe) =>
        IsMarked(probe.Json)
            ? new(0.95, "classes with 'synset' and 'frequency', or images with 'neg_category_ids'")
            : FormatMatch.No;

    public void Read(ReadRequest request, DatasetBuilder builder) => coco.Read(request, builder);

    public SourceSpan Locate(Dataset dataset, Element element, Field field) => coco.Locate(dataset, element, field);

    public EditPlan Edit(Dataset dataset, IReadOnlyList<ElementChange> changes) => coco.Edit(dataset, changes);
}
