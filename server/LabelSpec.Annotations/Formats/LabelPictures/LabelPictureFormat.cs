using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.LabelPictures;

/// <summary>A format whose annotation files are PNG pictures: each pixel says what it belongs to.</summary>
abstract class LabelPictureFormat : IAnnotationFormat
{
    /// <summary>A picture takes some milliseconds to decode.</summary>
    const int BatchSize = 8;

    public abstract string Id { get; }

    public abstract string Title { get; }

    public IGeometryDecoder Geometry => PooledGeometry.Instance;

    public abstract FormatMatch Detect(FormatProbe probe);

    public void Read(ReadRequest request, DatasetBuilder builder)
    {
        var read = ReaderOf(request, builder);
        FormatFile.ReadAll(request, builder, BatchSize, file => ReadPicture(file, read));
    }

    /// <summary>Nothing in a picture has a place in a text: findings point at the file.</summary>
    public SourceSpan Locate(Dataset dataset, Element element, Field field) => dataset.SpanOf(element);

    public EditPlan Edit(Dataset dataset, IReadOnlyList<ElementChange> changes) =>
        new(
            [],
            [.. changes.Select(change => new RefusedChange(change, "pixels are changed with a program for pictures"))]
        );

    /// <summary>What reads each picture, with what the files of a request share; called from several threads.</summary>
    protected abstract Action<FormatFile, LabelPicture> ReaderOf(ReadRequest request, DatasetBuilder builder);

    static void ReadPicture(FormatFile file, Action<FormatFile, LabelPicture> read)
    {
        if (LabelPicture.Of(file.Bytes.From(0), out var problem) is { } picture)
            read(file, picture);
        else
            file.Part.Problems.Report(
                LabelPictureProblems.Unreadable,
                WholeOf(file),
                $"The picture cannot be read: {problem}."
            );
    }

    protected static SourceSpan WholeOf(FormatFile file) => new(file.File, 0, 0);

    protected static string FolderOf(string path, int up = 0)
    {
        var parts = Path.GetFullPath(path).Replace('\\', '/').Split('/');
        return parts.Length >= up + 2 ? parts[^(up + 2)] : "";
    }
}
