using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// COCO JSON: instances, keypoints, captions, panoptic, results, and the many files that nearly are one of them. Its
/// coordinates are canonical as they stand: <c>bbox</c> is left, top, width, height in continuous pixels. See
/// <c>docs/formats/coco.md</c>.
/// </summary>
public sealed class CocoFormat : IAnnotationFormat
{
    public string Id => "coco";

    public string Title => "COCO JSON";

    public bool ReadsPieces => true;

    public IGeometryDecoder Geometry { get; } = new CocoGeometry();

    public FormatMatch Detect(FormatProbe probe) => CocoDetector.Detect(probe);

    public void Read(ReadRequest request, DatasetBuilder builder) => new CocoFiles(request, builder).Read();

    public SourceSpan Locate(Dataset dataset, Element element, Field field) =>
        CocoLocator.Locate(dataset, element, field);

    public EditPlan Edit(Dataset dataset, IReadOnlyList<ElementChange> changes) => CocoEditor.Plan(dataset, changes);
}
