using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// The pixels of panoptic segments, which lie in a PNG picture for each image: the colour of a pixel is the id of its segment,
/// R + 256 G + 65536 B, and 0 is void.
/// </summary>
static class CocoPanoptic
{
    /// <summary>An image has some dozen segments of some hundred bytes, seldom more.</summary>
    const int UsualObject = 64 << 10;

    const int LongestObject = 16 << 20;

    /// <summary>
    /// Below −1, which means "none": a segment remembers how far behind the beginning of the object it stands that names the
    /// picture. Distances stay true when a text is edited before them.
    /// </summary>
    public static int ReferenceTo(int outerStart, int segmentStart) => outerStart - segmentStart - 1;

    public static bool IsSegment(Dataset dataset, int annotation) =>
        dataset.Annotations.Flags[annotation].HasFlag(AnnotationFlags.MaskInPicture);

    public static RleResult ReadMask(Dataset dataset, int annotation)
    {
        var id = dataset.Annotations.Ids[annotation];
        if (id.IsText || id.Value is < 0 or > 0xFFFFFF || ReadPicture(dataset, annotation)?.Picture is not { } picture)
            return default;
        return picture.MaskOfId((uint)id.Value) is { } mask
            ? new(mask, default)
            : RleMask.FromRuns([(uint)picture.Width * (uint)picture.Height], picture.Height, picture.Width);
    }

    /// <summary>Null where the annotation is no segment, or its object names no picture.</summary>
    public static LabelPictureFile? ReadPicture(Dataset dataset, int annotation)
    {
        if (!IsSegment(dataset, annotation) || NameOf(dataset, annotation) is not { Length: > 0 } name)
            return null;
        var file = dataset.Files[dataset.Annotations.FileOf(annotation)];
        return LabelPictureCache.Shared.ReadFirst(Candidates(file.FullPath, name, ImageNameOf(dataset, annotation)));
    }

    /// <summary>The image that the object of a segment names; segments themselves name none.</summary>
    public static SourceSpan ImageIdOf(Dataset dataset, int annotation) =>
        IsSegment(dataset, annotation) ? Outer(dataset, annotation, "image_id"u8, out _) : SourceSpan.None;

    static string? NameOf(Dataset dataset, int annotation)
    {
        Outer(dataset, annotation, "file_name"u8, out var name);
        return name;
    }

    /// <summary>A member of the object that a segment is in, which may stand before or behind the segments.</summary>
    static SourceSpan Outer(Dataset dataset, int annotation, ReadOnlySpan<byte> name, out string? text)
    {
        var span = dataset.Annotations.SpanOf(annotation);
        var start = span.Start - (-1 - dataset.Annotations.GeometryOf(annotation));
        var bytes = dataset.Files[span.File].Bytes;
        foreach (var length in (ReadOnlySpan<int>)[UsualObject, LongestObject])
        {
            var cursor = new JsonCursor(bytes.Slice(start, length), start, span.File);
            if (!JsonMembers.TryFind(ref cursor, name))
                continue;
            var isText = cursor.Peek() == JsonKind.Text;
            var value = cursor;
            var before = cursor.Position;
            if (!cursor.Skip())
                continue;
            text = isText && JsonText.Read(ref value, null, out var read) ? read : null;
            return cursor.SpanFrom(before);
        }

        text = null;
        return SourceSpan.None;
    }

    static string ImageNameOf(Dataset dataset, int annotation) =>
        dataset.Annotations.Images[annotation] is >= 0 and var image ? dataset.Images.FileNames[image] : "";

    /// <summary>
    /// COCO keeps the pictures in a folder that is named after the file; other folders are usual too. A name is only looked up
    /// below them. Beside the file only where no picture of the image itself can be meant.
    /// </summary>
    static IEnumerable<string> Candidates(string file, string name, string imageName)
    {
        if (name.Contains('\0'))
            yield break;
        var beside = Path.GetDirectoryName(file) ?? "/";
        var stem = Path.GetFileNameWithoutExtension(file);
        List<string> folders = [Path.Combine(beside, stem), Path.Combine(beside, "..", stem)];
        folders.AddRange(((string[])["masks", "panoptic", "segmentations"]).Select(f => Path.Combine(beside, f)));
        if (!string.Equals(Path.GetFileName(imageName), Path.GetFileName(name), StringComparison.Ordinal))
            folders.Add(beside);
        foreach (var folder in folders)
        {
            var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
            var path = Path.GetFullPath(name.Replace('\\', '/').TrimStart('/'), root);
            if (path.StartsWith(root, StringComparison.Ordinal))
                yield return path;
        }
    }
}
