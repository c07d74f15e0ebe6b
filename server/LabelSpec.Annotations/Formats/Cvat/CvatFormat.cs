using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>
/// CVAT XML 1.1, for images and for video. Its coordinates are canonical as they stand: continuous pixels from the
/// top-left corner. See <c>docs/formats/cvat.md</c>.
/// </summary>
public sealed class CvatFormat : IAnnotationFormat
{
    public string Id => "cvat";

    public string Title => "CVAT XML 1.1";

    public IReadOnlyList<string> OwnAttributes { get; } = ["occluded", "source"];

    public IGeometryDecoder Geometry => PooledGeometry.Instance;

    public FormatMatch Detect(FormatProbe probe) => CvatDetector.Detect(probe);

    public void Read(ReadRequest request, DatasetBuilder builder)
    {
        if (request.Files is not [var only] || !CvatRememberedFile.TryRead(request, builder, only))
            PartRunner.Run(
                builder,
                request.Files.Length,
                batchSize: 1,
                request.Options.Threads,
                (index, part) =>
                {
                    var file = request.Files[index];
                    var source = builder.Files[file];
                    if (XmlSource.TryLoad(source, file, part.Problems, request.Cancellation, out var text))
                        CvatReader.Read(file, text, part);
                    request.Progress?.Report(source.Length);
                },
                request.Cancellation
            );
    }

    public SourceSpan Locate(Dataset dataset, Element element, Field field) =>
        CvatLocator.Locate(dataset, element, field);

    public EditPlan Edit(Dataset dataset, IReadOnlyList<ElementChange> changes) => CvatEditor.Plan(dataset, changes);
}
