namespace LabelSpec.Annotations.Project;

/// <summary>Annotation files that belong together.</summary>
public sealed record DatasetEntry
{
    const string FileNameWord = "file name";
    const string FolderNameWord = "folder name";

    /// <summary>Files, folders or globs, for example data/train/**/*.json.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>Files or globs that do not belong to it although path names them.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>The annotation format, for example coco; recognised by content when it is left out.</summary>
    public string? Format { get; init; }

    /// <summary>The folder of the image files; found beside the annotations when it is left out.</summary>
    public string? Images { get; init; }

    /// <summary>
    /// Who made the annotations: a name, or one of the words "file name" and "folder name" when each annotator has a
    /// file or a folder of their own.
    /// </summary>
    public string? Annotator { get; init; }

    /// <summary>A guideline of its own for these files; without one, the project's.</summary>
    public string? Spec { get; init; }

    /// <summary>How coordinates are written, for formats that several tools write differently.</summary>
    public CoordinateSettings? Coordinates { get; init; }

    /// <summary>Which column holds what, for tables (csv, jsonl) whose header does not tell.</summary>
    public TableColumns? Columns { get; init; }

    /// <summary>Who made the annotations of a file; null when the entry does not say.</summary>
    /// <param name="path">Path of the file; of <c>maria.json.gz</c> the annotator is <c>maria</c>.</param>
    public string? AnnotatorOf(string path) =>
        Annotator switch
        {
            FileNameWord => NameWithoutExtensions(path),
            FolderNameWord => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)),
            _ => Annotator,
        };

    internal bool Includes(string relativePath) =>
        Path.Any(pattern => Covers(pattern, relativePath)) && !Exclude.Any(pattern => Covers(pattern, relativePath));

    static string NameWithoutExtensions(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        var packed = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return System.IO.Path.GetFileNameWithoutExtension(packed);
    }

    static bool Covers(string pattern, string relativePath) =>
        Glob.TryParse(pattern, out var glob, out _)
        && (glob.IsMatch(relativePath) || (glob.IsLiteral && glob.IsFolderOf(relativePath)));
}
