using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.LabelMe;

/// <summary>
/// LabelMe JSON, one file for each image. Its coordinates are canonical as they stand. See <c>docs/formats/labelme.md</c>.
/// </summary>
public sealed class LabelMeFormat : IAnnotationFormat
{
    /// <summary>Files may hold a whole picture, so that only a few share a part.</summary>
    const int BatchSize = 16;

    public string Id => "labelme";

    public string Title => "LabelMe JSON";

    public IGeometryDecoder Geometry => PooledGeometry.Instance;

    public FormatMatch Detect(FormatProbe probe) => LabelMeDetector.Detect(probe);

    public void Read(ReadRequest request, DatasetBuilder builder) =>
        PartRunner.Run(
            builder,
            request.Files.Length,
            BatchSize,
            request.Options.Threads,
            (index, part) =>
            {
                var file = request.Files[index];
                var source = builder.Files[file];
                if (SourceCheck.TryLoad(source, file, part.Problems, request.Cancellation, out var bytes))
                    new LabelMeReader(file, part).Read(bytes.From(0));
                request.Progress?.Report(source.Length);
            },
            request.Cancellation
        );

    public SourceSpan Locate(Dataset dataset, Element element, Field field) =>
        LabelMeLocator.Locate(dataset, element, field);

    public EditPlan Edit(Dataset dataset, IReadOnlyList<ElementChange> changes) => LabelMeEditor.Plan(dataset, changes);
}
