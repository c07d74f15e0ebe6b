namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>Where label files, pictures and splits lie in relation to one another.</summary>
static class YoloPaths
{
    static readonly string[] PictureExtensions = [".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff", ".gif"];

    /// <summary>The folder of pictures that belongs to a folder of labels: the last <c>labels</c> in the path is <c>images</c>.</summary>
    public static string PicturesOf(string labelFolder) => ReplaceLast(labelFolder, "labels", "images");

    /// <summary>The folder of labels that belongs to a folder of pictures.</summary>
    public static string LabelsOf(string pictureFolder) => ReplaceLast(pictureFolder, "images", "labels");

    /// <summary>The pictures among the files of a folder by their names without extension.</summary>
    public static Dictionary<string, string> PicturesIn(IEnumerable<string> files)
    {
        var pictures = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in files)
            if (IsPicture(path))
                pictures.TryAdd(Path.GetFileNameWithoutExtension(path), Path.GetFileName(path));
        return pictures;
    }

    public static bool IsPicture(string path) =>
        PictureExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The split that a folder's path names; null when it names none.</summary>
    public static string? SplitOf(string folder)
    {
        foreach (var name in folder.Split('/', '\\').Reverse())
            if (name is "train" or "val" or "test")
                return name;
            else if (name is "valid" or "validation")
                return "val";
        return null;
    }

    static string ReplaceLast(string path, string from, string to)
    {
        var parts = path.Split(Path.DirectorySeparatorChar);
        var index = Array.LastIndexOf(parts, from);
        if (index < 0)
            return path;
        parts[index] = to;
        return string.Join(Path.DirectorySeparatorChar, parts);
    }
}
