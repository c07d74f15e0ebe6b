using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Yolo;
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
        !IsPicture(probe.Head) ? FormatMatch.No
        : probe.IsDeclared ? Match
        : Among(probe.Path);

    static FormatMatch Match => new(Guess, "a picture in one of several folders of pictures");

    public void Read(ReadRequest request, DatasetBuilder builder)
    {
        var part = new DatasetPart();
        var check = new ClassFolderCheck(part.Problems, new CompanionFiles(builder));
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

    /// <summary>There is another folder of pictures beside that of the picture: one class alone says nothing.</summary>
    static FormatMatch Among(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        var parent = folder is null ? null : Path.GetDirectoryName(folder);
        if (parent is null || Splits.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase))
            return FormatMatch.No;
        var undecided = FormatMatch.No;
        try
        {
            foreach (var other in FoldersIn(parent))
                if (other != folder && HasPictures(other, ref undecided))
                    return Match;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Unlisted(parent, e);
        }

        return undecided;
    }

    // In an archive there is no folder on disk.
    static IEnumerable<string> FoldersIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder) : PackedFile.FoldersIn(folder);

    static IEnumerable<string> FilesIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : PackedFile.FilesIn(folder);

    static FormatMatch Unlisted(string folder, Exception e) =>
        FormatMatch.Undecided($"the folder {Path.GetFileName(folder)} cannot be listed: {e.Message.TrimEnd('.')}");

    static bool HasPictures(string folder, ref FormatMatch undecided)
    {
        try
        {
            return FilesIn(folder).FirstOrDefault() is { } file && YoloPaths.IsPicture(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            undecided = Unlisted(folder, e);
            return false;
        }
    }
}
