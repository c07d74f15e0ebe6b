using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>
/// Pascal VOC XML, one file for each image. Which coordinates its boxes have differs from tool to tool and is decided for
/// each folder by <see cref="VocConvention"/>. See <c>docs/formats/voc.md</c>.
/// </summary>
public sealed class VocFormat : IAnnotationFormat
{
    /// <summary>Files are small: many share a part, so that handing parts over costs nothing.</summary>
    const int BatchSize = 128;

    public string Id => "voc";

    public string Title => "Pascal VOC XML";

    /// <remarks>Besides what VOC writes, what roLabelImg (<c>type</c>) and LabelMe's XML write everywhere.</remarks>
    public IReadOnlyList<string> OwnAttributes { get; } =
    ["pose", "truncated", "difficult", "occluded", "type", "deleted", "verified", "date"];

    public IGeometryDecoder Geometry => PooledGeometry.Instance;

    public FormatMatch Detect(FormatProbe probe) => VocDetector.Detect(probe);

    public void Read(ReadRequest request, DatasetBuilder builder)
    {
        var folders = VocFolders.Of(request, builder);
        PartRunner.Run(
            builder,
            request.Files.Length,
            BatchSize,
            request.Options.Threads,
            (index, part) =>
            {
                var file = request.Files[index];
                var source = builder.Files[file];
                if (XmlSource.TryLoad(source, file, part.Problems, request.Cancellation, out var text, part.Buffer))
                    new VocReader(file, source.Path, part, folders.FolderOf(source)).Read(text);
                request.Progress?.Report(source.Length);
            },
            request.Cancellation
        );
        folders.CheckImageSets(builder);
    }

    public SourceSpan Locate(Dataset dataset, Element element, Field field) =>
        VocLocator.Locate(dataset, element, field);

    public EditPlan Edit(Dataset dataset, IReadOnlyList<ElementChange> changes) => VocEditor.Plan(dataset, changes);
}
