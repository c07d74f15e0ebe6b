using System.Text.Json.Serialization;

namespace LabelSpec.Annotations.Project;

/// <summary>
/// Ties annotation files to guidelines: which data is judged by which guideline, where its images lie, and which
/// exceptions hold. The file lies beside or above the data; every path in it is relative to the file's own folder.
/// </summary>
public sealed record ProjectFile
{
    public const string FileName = "labelspec.yaml";

    /// <summary>Absolute path of the project file.</summary>
    [JsonIgnore]
    public string FilePath { get; init; } = "";

    /// <summary>Absolute path of the folder that all paths in the file are relative to.</summary>
    [JsonIgnore]
    public string Folder => Path.GetDirectoryName(FilePath) ?? "";

    /// <summary>Where in the file each value stands.</summary>
    [JsonIgnore]
    public ProjectPositions Positions { get; init; } = ProjectPositions.Empty;

    /// <summary>The guideline (.labelspec file) that judges the data sets below.</summary>
    public string? Spec { get; init; }

    /// <summary>The annotation files to check.</summary>
    public IReadOnlyList<DatasetEntry> Datasets { get; init; } = [];

    /// <summary>Annotations that are taken as true when work is compared and scored.</summary>
    public IReadOnlyList<DatasetEntry> GroundTruth { get; init; } = [];

    /// <summary>Known violations that do not fail the build; written by check --update-baseline.</summary>
    public string? Baseline { get; init; }

    /// <summary>Severity of rules (by name) and built-in checks (by code); wins over what the guideline says.</summary>
    public IReadOnlyDictionary<string, SeverityOverride> Severity { get; init; } =
        new Dictionary<string, SeverityOverride>();

    /// <summary>Options of built-in checks, by code: tolerances and limits as each check's page documents them.</summary>
    public IReadOnlyDictionary<string, CheckOptions> Checks { get; init; } = new Dictionary<string, CheckOptions>();

    /// <summary>Which files belong to which split of the data, and what must not be torn apart.</summary>
    public SplitSettings? Splits { get; init; }

    /// <summary>The names of classes by their ids, which no file may change: <c>class_ids: { 0: car, 1: person }</c>.</summary>
    public IReadOnlyDictionary<string, string> ClassIds { get; init; } = new Dictionary<string, string>();

    /// <summary>Exceptions: findings that are accepted for a reason, until a date.</summary>
    public IReadOnlyList<Waiver> Waive { get; init; } = [];

    /// <summary>The project file that governs a file or folder: the nearest one upwards from it; null without one.</summary>
    public static string? FindFor(string path)
    {
        var full = Path.GetFullPath(path);
        for (var folder = Directory.Exists(full) ? full : Path.GetDirectoryName(full); folder is not null; )
        {
            var candidate = Path.Combine(folder, FileName);
            if (File.Exists(candidate))
                return candidate;
            folder = Path.GetDirectoryName(folder);
        }

        return null;
    }

    /// <summary>
    /// Reads the text of a project file. Never throws on its content: what can be understood is in the project, what
    /// cannot is in the problems. No file is touched.
    /// </summary>
    /// <param name="text">The content of the file.</param>
    /// <param name="path">Where the file lies; relative paths in it start there.</param>
    public static (ProjectFile Project, IReadOnlyList<ProjectProblem> Problems) Load(string text, string path)
    {
        var problems = new List<ProjectProblem>();
        var project = new ProjectFile { FilePath = Path.GetFullPath(path) };
        if (Yaml.YamlTreeReader.Read(text, problems) is { } root)
            project = ProjectBinder.Bind(root, project, problems);
        problems.Sort((a, b) => a.Range.StartOffset.CompareTo(b.Range.StartOffset));
        return (project, problems);
    }

    /// <summary>A path of the project file as an absolute path.</summary>
    public string FullPath(string relative) => Path.GetFullPath(relative, Folder);

    /// <summary>The first entry of <see cref="Datasets"/> that a file belongs to; null when it belongs to none.</summary>
    public DatasetEntry? DatasetOf(string path) => Datasets.FirstOrDefault(entry => entry.Includes(RelativePath(path)));

    /// <summary>The entry that says how a file is read: of <see cref="Datasets"/>, else of <see cref="GroundTruth"/>.</summary>
    public DatasetEntry? EntryOf(string path) =>
        DatasetOf(path) ?? GroundTruth.FirstOrDefault(entry => entry.Includes(RelativePath(path)));

    /// <summary>A file's path as globs see it: relative to the project's folder, with slashes.</summary>
    public string RelativePath(string path) =>
        Path.GetRelativePath(Folder, Path.GetFullPath(path)).Replace(Path.DirectorySeparatorChar, '/');
}
