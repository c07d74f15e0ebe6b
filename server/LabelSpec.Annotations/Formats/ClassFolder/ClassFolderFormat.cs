using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.ClassFolder;

/// <summary>
/// Pictures in folders that are named after classes, as image classification has them. See
/// <c>docs/formats/classfolder.md</c>.
/// </summary>
sealed class ClassFolderFormat : IAnnotationFormat
{
    /// <summary>Less than any format that has content to judge by.</summary>
    const double Guess = 0.1;

    static readonly string[] Splits = ["train", "training", "val", "valid", "validation", "test", "testing"];

    public string Id => "classfolder";

    public string Title => "Class per folder";

    public bool IsLastResort => true;

    public IGeometryDecoder Geometry => PooledGeometry.Instance;

    public FormatMatch Detect(FormatProbe probe) =>
        IsPicture(probe.Head) && (probe.IsDeclared || HasSiblings(probe.Path))
            ? new(Guess, "a picture in one of several folders of pictures")
            : FormatMatch.No;

    public void Read(ReadRequest request, DatasetBuilder builder)
    {
        var part = new DatasetPart();
        var check = new ClassFolderCheck(part.Problems);
        foreach (var file in request.Files)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            var path = builder.Files[file].FullPath.Replace('\\', '/').Split('/');
            var (name, label) = (path[^1], path.Length > 1 ? path[^2] : "");
            var split =
                path.Length > 2 && Splits.Contains(path[^3], StringComparer.OrdinalIgnoreCase) ? path[^3] : null;
            var image = part.AddImage(
                new(new(file, 0, 0))
                {
                    // With its folders, as pictures of several classes may have one name.
                    FileName = split is null ? $"{label}/{name}" : $"{split}/{label}/{name}",
                    Split = split,
                    State = ImageState.Annotated,
                }
            );
            part.AddAnnotation(
                new(new(file, 0, 0))
                {
                    Image = image,
                    Category = part.Category(label),
                    Shape = ShapeKind.Tag,
                }
            );
            check.Note(file, builder.Files[file].FullPath, split ?? "", label);
            request.Progress?.Report(builder.Files[file].Length);
        }

        // One picture that is asked about says nothing of the others.
        if (request.Files.Length > 1)
            check.Report(file => builder.Files[file].FullPath, request.Cancellation);
        builder.Append(part);
    }

    public SourceSpan Locate(Dataset dataset, Element element, Field field) => dataset.SpanOf(element);

    public EditPlan Edit(Dataset dataset, IReadOnlyList<ElementChange> changes) =>
        new(
            [],
            [.. changes.Select(change => new RefusedChange(change, "a picture's folder is its class; move the file"))]
        );

    // JPEG, PNG, GIF, BMP, WebP, TIFF
    static bool IsPicture(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
        || head.StartsWith("GIF8"u8)
        || head.StartsWith("BM"u8)
        || head.StartsWith("RIFF"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'I', 42, 0])
        || head.StartsWith((ReadOnlySpan<byte>)[(byte)'M', (byte)'M', 0, 42]);

    /// <summary>There is another folder of files beside that of the picture: one class alone says nothing.</summary>
    static bool HasSiblings(string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path));
            var parent = folder is null ? null : Path.GetDirectoryName(folder);
            return parent is not null
                && !Splits.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase)
                && Directory.EnumerateDirectories(parent).Any(other => other != folder && HasPictures(other));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static bool HasPictures(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            return Path.GetExtension(file).ToLowerInvariant()
                is ".jpg"
                    or ".jpeg"
                    or ".png"
                    or ".bmp"
                    or ".gif"
                    or ".webp"
                    or ".tif"
                    or ".tiff";
        return false;
    }
}
