using System.Collections.Concurrent;
using System.Collections.Immutable;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.LanguageServer.Workspace.Annotations;

/// <summary>
/// Finds out what is judged together with what, at one moment: an open file with the rest of its data set where that is small
/// enough to follow each keystroke, else the file alone; and every data set of every project as a whole.
/// </summary>
public sealed class AnnotationTargets
{
    /// <summary>A data set of more than so many files or bytes is judged as a whole in the background only.</summary>
    const int MostCompanions = 64;

    const long LargestCompanions = 1 << 20;

    readonly WorkspaceSnapshot _snapshot;
    readonly Lazy<ImmutableArray<AnnotationTarget>> _datasets;
    readonly ConcurrentDictionary<string, AnnotationTarget> _ofFiles = new(StringComparer.Ordinal);

    AnnotationTargets(WorkspaceSnapshot snapshot)
    {
        _snapshot = snapshot;
        _datasets = new(FindDatasets);
    }

    public static AnnotationTargets Of(WorkspaceSnapshot snapshot) =>
        snapshot.Derive(static snapshot => new AnnotationTargets(snapshot));

    /// <summary>Every data set that a project file of the workspace names.</summary>
    public ImmutableArray<AnnotationTarget> Datasets => _datasets.Value;

    /// <summary>What an open file is judged with.</summary>
    public AnnotationTarget For(string path) => _ofFiles.GetOrAdd(path, Find);

    /// <summary>
    /// Whether a project names a file as one of its data sets, or says of which format it is: what its text alone does not tell, as of a
    /// table of columns of one's own, or of a file that is damaged.
    /// </summary>
    public static bool Names(WorkspaceSnapshot snapshot, string path) =>
        snapshot.Projects().For(path) is { } project
        && project.DatasetOf(path) is { } entry
        && (entry.Format is not null || project.FilesOf(entry).Paths.Contains(path, StringComparer.Ordinal));

    AnnotationTarget Find(string path)
    {
        if (_snapshot.Projects().For(path) is not { } project)
            return new AnnotationTarget(path, null, NearestGuideline(path), [path], [path], ReadOptions.Default);
        var entry = project.DatasetOf(path);
        if (entry is not null)
            foreach (var dataset in DatasetsOf(project))
                if (FilesOfSmall(dataset.Inputs, path) is { } files)
                    return dataset with { Files = files };
        return new AnnotationTarget(
            path,
            project,
            GuidelineOf(project, entry) ?? NearestGuideline(path),
            [path],
            [path],
            new ReadOptions { Project = project }
        );
    }

    ImmutableArray<AnnotationTarget> FindDatasets() => [.. _snapshot.Projects().Projects.SelectMany(DatasetsOf)];

    static IEnumerable<AnnotationTarget> DatasetsOf(ProjectFile project) =>
        project
            .Datasets.GroupBy(entry => GuidelineOf(project, entry))
            .Select(
                (group, index) =>
                    new AnnotationTarget(
                        $"{project.FilePath}#{index}",
                        project,
                        group.Key,
                        [
                            .. group
                                .SelectMany(entry => project.FilesOf(entry).Paths)
                                .Select(path => path.Replace('\\', '/'))
                                .Distinct(StringComparer.Ordinal),
                        ],
                        [],
                        new ReadOptions { Project = project }
                    )
            );

    /// <summary>The files of a data set that has a file; null where it has not, or is too large to follow keystrokes.</summary>
    static ImmutableArray<string>? FilesOfSmall(ImmutableArray<string> paths, string path)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        long bytes = 0;
        foreach (var one in paths)
        foreach (var file in Directory.Exists(one) ? FilesIn(one) : [one])
        {
            if (files.Count == MostCompanions)
                return null;
            files.Add(file);
            if (file != path && new FileInfo(file) is { Exists: true } info)
                bytes += info.Length;
        }

        return files.Contains(path) && bytes <= LargestCompanions ? files.ToImmutable() : null;
    }

    static IEnumerable<string> FilesIn(string folder) =>
        Directory
            .EnumerateFiles(
                folder,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }
            )
            .Take(MostCompanions + 1)
            .Select(file => file.Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    static string? GuidelineOf(ProjectFile project, DatasetEntry? entry) =>
        (entry?.Spec ?? project.Spec) is { } named ? project.FullPath(named).Replace('\\', '/') : null;

    /// <summary>The only guideline in the nearest folder upwards that has any; null where several could be meant.</summary>
    string? NearestGuideline(string path)
    {
        var folders = _snapshot.Guidelines().Paths.ToLookup(DocumentUri.FolderOf);
        for (var folder = DocumentUri.FolderOf(path); folder.Length > 0; folder = DocumentUri.FolderOf(folder))
        {
            var found = folders[folder].ToList();
            if (found.Count > 0)
                return found.Count == 1 ? found[0] : null;
            if (folder == "/")
                break;
        }

        return null;
    }
}
