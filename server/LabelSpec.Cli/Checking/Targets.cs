using System.Collections.Immutable;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.Cli.Running;

namespace LabelSpec.Cli.Checking;

/// <summary>
/// Finds out what is to be checked by what: from the paths of the command line, or else from the project file of the
/// current folder.
/// </summary>
sealed class Targets(string? guideline, Projects projects)
{
    const string GuidelineExtension = ".labelspec";

    readonly List<string> _unlisted = [];

    /// <summary>Whether pipes are read to their end here, so that what comes out of them can be judged.</summary>
    public bool ReadsPipes { get; init; }

    /// <summary>Folders of data that may hold a guideline, and cannot be listed to see it.</summary>
    public IReadOnlyList<string> Unlisted => _unlisted;

    /// <summary>What to say about one of <see cref="Unlisted"/>.</summary>
    public static string RemarkOn(string unlisted) =>
        $"The folder {unlisted} cannot be listed, so that nobody knows whether a guideline lies in it; let it be listed, or name "
        + "the guideline with --spec.";

    /// <summary>Says so on the terminal, where a command has no list of findings.</summary>
    public void Remark(Terminal terminal)
    {
        foreach (var folder in _unlisted)
            terminal.Error.WriteLine($"labelspec: {RemarkOn(folder)}");
    }

    public ImmutableArray<Target> Of(IReadOnlyList<string> paths) =>
        paths.Count > 0 ? [.. OfPaths(paths)] : OfCurrentFolder();

    /// <summary>The guideline that would judge data in a folder; null without one.</summary>
    public string? GuidelineOfFolder(string folder) => GuidelineFor(folder, projects.For(folder));

    IEnumerable<Target> OfPaths(IReadOnlyList<string> paths)
    {
        foreach (var path in paths.Where(IsGuideline))
            yield return new Target(projects.For(path), path, []);

        // What one guideline judges is read together, so that checks across files see it all.
        var groups = paths
            .Where(path => !IsGuideline(path))
            .Select(path => (Path: path, Project: projects.For(FolderOf(path))))
            .SelectMany(item => InputsOf(item.Path, item.Project).Select(input => (item.Project, Input: input)))
            .GroupBy(item => (item.Project, Guideline: GuidelineFor(item.Input.Path, item.Project)));
        foreach (var group in groups)
            yield return new Target(group.Key.Project, group.Key.Guideline, [.. group.Select(item => item.Input)]);
    }

    // A folder is looked into only where the data sets in it may have guidelines of their own.
    IEnumerable<ReadInput> InputsOf(string path, ProjectFile? project) =>
        Directory.Exists(path) && project is not null && project.Datasets.Any(entry => entry.Spec is not null)
            ? ReadInput
                .Below(path)
                .Where(input => project.DatasetOf(input.Path) is not null)
                .DefaultIfEmpty(new ReadInput(path))
            : [InputOf(path)];

    ReadInput InputOf(string path) => ReadsPipes ? PipedInput.Of(path) : new(path);

    ImmutableArray<Target> OfCurrentFolder()
    {
        if (projects.For(".") is not { } project)
        {
            if (guideline is null)
                throw CommandFailure.Usage(
                    $"nothing to check: give files or folders, or describe them in a {ProjectFile.FileName}"
                );
            return [new Target(null, guideline, [])];
        }

        if (project.Datasets.Count == 0)
            return [new Target(project, GuidelineOf(project, null), [])];
        return
        [
            .. project
                .Datasets.GroupBy(entry => GuidelineOf(project, entry))
                .Select(group => new Target(
                    project,
                    group.Key,
                    [.. group.SelectMany(entry => DatasetFiles.Of(project, entry))]
                )),
        ];
    }

    string? GuidelineFor(string path, ProjectFile? project) =>
        (project is null ? guideline : GuidelineOf(project, project.DatasetOf(path))) ?? Nearest(FolderOf(path));

    string? GuidelineOf(ProjectFile project, DatasetEntry? entry) =>
        guideline ?? ((entry?.Spec ?? project.Spec) is { } named ? DisplayPath.Of(project.FullPath(named)) : null);

    /// <summary>The only guideline in the nearest folder upwards that has any.</summary>
    string? Nearest(string start)
    {
        var first = Path.GetFullPath(start);
        for (var folder = first; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (!Directory.Exists(folder))
                continue;
            var found = GuidelinesIn(folder, isOfData: folder == first);
            if (found.Count > 1)
                throw CommandFailure.Usage(
                    $"{DisplayPath.Of(folder)} has several guidelines "
                        + $"({string.Join(", ", found.Select(Path.GetFileName))}): name one with --spec"
                );
            if (found.Count == 1)
                return DisplayPath.Of(found[0]);
        }

        return null;
    }

    // Folders that may be entered and not listed are common above the data on shared machines; what lies in one has to be named.
    // A guideline beside the data is another matter: who put it there thinks that it judges.
    List<string> GuidelinesIn(string folder, bool isOfData)
    {
        try
        {
            return [.. Directory.GetFiles(folder, "*" + GuidelineExtension).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            var shown = DisplayPath.Of(folder);
            if (isOfData && !_unlisted.Contains(shown))
                _unlisted.Add(shown);
            return [];
        }
    }

    static bool IsGuideline(string path) =>
        path.EndsWith(GuidelineExtension, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);

    /// <summary>The folder that a path is, or lies in; of a pattern the part before its first wildcard.</summary>
    static string FolderOf(string path)
    {
        var wildcard = path.AsSpan().IndexOfAny('*', '?');
        if (wildcard >= 0)
            path = path[..wildcard];
        else if (Directory.Exists(path))
            return path;
        return Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";
    }
}
