using System.Collections.Immutable;
using LabelSpec.Annotations.Project;

namespace LabelSpec.LanguageServer.Workspace.Projects;

/// <summary>The project files of a workspace at one moment, as they are open or on disk.</summary>
public sealed class ProjectWorkspace
{
    readonly WorkspaceSnapshot _snapshot;
    readonly Lazy<ImmutableArray<ProjectFile>> _projects;
    readonly Lazy<ImmutableArray<string>> _named;

    ProjectWorkspace(WorkspaceSnapshot snapshot)
    {
        _snapshot = snapshot;
        _projects = new(Find);
        _named = new(() => [.. Projects.SelectMany(NamedBy).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Those in the workspace folders, and those above open documents.</summary>
    public ImmutableArray<ProjectFile> Projects => _projects.Value;

    /// <summary>The guidelines that project files name, whether they exist or not.</summary>
    public ImmutableArray<string> NamedGuidelines => _named.Value;

    public static ProjectWorkspace Of(WorkspaceSnapshot snapshot) =>
        snapshot.Derive(static snapshot => new ProjectWorkspace(snapshot));

    /// <summary>The project that governs a file: that of the nearest folder upwards which has one; null without one.</summary>
    public ProjectFile? For(string path)
    {
        for (var folder = DocumentUri.FolderOf(path); folder.Length > 0; folder = DocumentUri.FolderOf(folder))
        {
            if (ProjectAt(Join(folder)) is { } project)
                return project;
            if (folder == "/")
                return null;
        }

        return null;
    }

    /// <summary>The guidelines that judge a project's data: those that it names, else those of its folder.</summary>
    public IReadOnlyList<string> GuidelinesOf(ProjectFile project)
    {
        var guidelines = _snapshot.Guidelines();
        var named = NamedBy(project).Distinct(StringComparer.Ordinal).ToList();
        if (named.Count > 0)
            return [.. named.Where(path => guidelines.TreeOf(path) is not null)];
        var folder = DocumentUri.FolderOf(project.FilePath.Replace('\\', '/'));
        return [.. guidelines.Entries.Where(path => path.StartsWith(folder + '/', StringComparison.Ordinal))];
    }

    static string Join(string folder) => (folder.EndsWith('/') ? folder : folder + "/") + ProjectFile.FileName;

    ProjectFile? ProjectAt(string path) => (_snapshot.FindAt(path)?.Content as ProjectContent)?.Project;

    ImmutableArray<ProjectFile> Find()
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var folder in _snapshot.Folders)
            paths.UnionWith(_snapshot.Disk.In(folder).Projects);
        foreach (var document in _snapshot.Documents.Values)
        {
            if (document.Content is ProjectContent)
                paths.Add(document.Path);
            else if (document.Content is not null && For(document.Path) is { } project)
                paths.Add(project.FilePath.Replace('\\', '/'));
        }

        return [.. paths.Select(ProjectAt).OfType<ProjectFile>()];
    }

    static IEnumerable<string> NamedBy(ProjectFile project) =>
        project
            .Datasets.Concat(project.GroundTruth)
            .Select(entry => entry.Spec)
            .Prepend(project.Spec)
            .OfType<string>()
            .Select(spec => project.FullPath(spec).Replace('\\', '/'));
}
