using System.Globalization;
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

    /// <summary>An annotation for each value of a picture, in the order of the values.</summary>
    /// <param name="file">Receives them.</param>
    /// <param name="picture">The pixels.</param>
    /// <param name="image">The image's index in the part.</param>
    /// <param name="classOf">What the pixels of a value are; null for those that are nothing.</param>
    /// <param name="complete">What else an annotation has, by its value; null for nothing.</param>
    protected void AddObjects(
        FormatFile file,
        LabelPicture picture,
        int image,
        Func<uint, PixelClass?> classOf,
        Func<AnnotationRow, uint, AnnotationRow>? complete = null
    )
    {
        var part = file.Part;
        foreach (var (value, mask) in picture.Masks.OrderBy(one => one.Key))
        {
            if (classOf(value) is not { } pixels)
                continue;
            if (pixels.Name is null)
                part.Problems.Report(
                    LabelPictureProblems.UnknownClass,
                    WholeOf(file),
                    $"The value {value} ({mask.Area} px) is of class {pixels.Number}, which {Title} do not have."
                );
            var row = new AnnotationRow(WholeOf(file))
            {
                Image = image,
                Category = part.Category(pixels.Name ?? pixels.Number.ToString(CultureInfo.InvariantCulture)),
                Flags = pixels.Flags,
                Id = part.IdOf((long)value),
            };
            row = complete is null ? row : complete(row, value);
            Shapes.SetMask(ref row, part, mask);
            part.AddAnnotation(row);
        }
    }

    protected static SourceSpan WholeOf(FormatFile file) => new(file.File, 0, 0);

    protected static string FolderOf(string path, int up = 0)
    {
        var parts = Path.GetFullPath(path).Replace('\\', '/').Split('/');
        return parts.Length >= up + 2 ? parts[^(up + 2)] : "";
    }
}
