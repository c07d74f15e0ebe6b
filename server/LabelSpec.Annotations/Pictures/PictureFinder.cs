using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Pictures;

/// <summary>
/// Finds the picture that an annotation file names. Names are data and may be hostile: a name is only ever looked up
/// below the folders where pictures may lie, never by an absolute path and never above them. Folders may lie in a zip archive.
/// </summary>
public static class PictureFinder
{
    static readonly string[] UsualFolders = ["", "images", "JPEGImages", "../images", "../JPEGImages", "..", "../.."];

    /// <summary>What is tried behind a name without an ending: tools that cut videos leave it out, and write it in capitals.</summary>
    static readonly string[] Endings =
    [
        ".jpg",
        ".png",
        ".PNG",
        ".jpeg",
        ".JPG",
        ".bmp",
        ".webp",
        ".tif",
        ".tiff",
        ".gif",
    ];

    /// <summary>
    /// The picture's path; null when it is in none of the places: the declared folder, else the annotation file's folder
    /// and the folders usually beside and above it. A name with folders is also tried by its last part, and
    /// one that names no kind of picture (CVAT's <c>frame_000010</c>) with the usual endings.
    /// </summary>
    /// <param name="annotationFile">Path of the file that names the picture.</param>
    /// <param name="imageName">The name as that file spells it; backslashes count as slashes.</param>
    /// <param name="imagesFolder">The declared folder of the pictures; null when none is declared.</param>
    public static string? Find(string annotationFile, string imageName, string? imagesFolder) =>
        Candidates(annotationFile, imageName, imagesFolder).FirstOrDefault(PackedFile.Exists);

    /// <summary>Where the picture may be, the likeliest first.</summary>
    internal static IEnumerable<string> Candidates(string annotationFile, string imageName, string? imagesFolder)
    {
        var name = imageName.Replace('\\', '/').TrimStart('/');
        if (name.Length == 0 || name.Contains('\0'))
            yield break;
        var file = Path.GetFullPath(annotationFile);
        // Beside a pipe of the shell (/dev/fd/63) there are pipes and no pictures, whatever their names are.
        if (imagesFolder is null && SpecialFile.IsDevice(file))
            yield break;
        var beside = Path.GetDirectoryName(file) ?? "/";
        string[] folders = imagesFolder is not null
            ? [imagesFolder]
            : [.. UsualFolders.Select(folder => Path.GetFullPath(folder, beside))];
        foreach (var folder in folders)
        foreach (var path in In(folder, name))
            yield return path;
        if (Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
            yield break;
        foreach (var folder in folders)
        foreach (var ending in Endings)
        foreach (var path in In(folder, name + ending))
            yield return path;
    }

    static IEnumerable<string> In(string folder, string name)
    {
        if (Below(folder, name) is { } path)
            yield return path;
        if (name.Contains('/') && Below(folder, Path.GetFileName(name)) is { } last)
            yield return last;
    }

    static string? Below(string folder, string name)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(name, root);
        return full.StartsWith(root, StringComparison.Ordinal) ? full : null;
    }
}
