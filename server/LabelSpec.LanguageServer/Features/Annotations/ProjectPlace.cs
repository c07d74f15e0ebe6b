using LabelSpec.Annotations.Project;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Projects;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>
/// The project file that takes what is decided about the findings of a file: the one that governs it, or a new one in its workspace folder. A
/// new one names no guideline, so that the nearest one judges as before.
/// </summary>
/// <param name="Project">Null for a new one.</param>
sealed record ProjectPlace(string Path, string Text, ProjectFile? Project)
{
    public const string WhyNot =
        $"No {ProjectFile.FileName} governs this file, and an edit cannot make one in this editor.";

    public bool IsNew => Project is null;

    /// <summary>Null where there is none and the client cannot make one.</summary>
    public static ProjectPlace? Of(WorkspaceSnapshot snapshot, string file)
    {
        if (snapshot.Projects().For(file) is not { } project)
            return snapshot.Client.MakesFiles
                ? new ProjectPlace(FolderFor(snapshot, file) + "/" + ProjectFile.FileName, "", null)
                : null;
        var path = project.FilePath.Replace('\\', '/');
        return snapshot.FindAt(path)?.Content is ProjectContent content
            ? new ProjectPlace(path, content.Text, project)
            : null;
    }

    /// <summary>A path as the project file writes it: relative to its folder, with slashes.</summary>
    public string RelativePath(string file) =>
        Project?.RelativePath(file)
        ?? System.IO.Path.GetRelativePath(DocumentUri.FolderOf(Path), file).Replace('\\', '/');

    /// <summary>A path that the project file writes.</summary>
    public string FullPath(string relative) =>
        System.IO.Path.GetFullPath(relative, DocumentUri.FolderOf(Path)).Replace('\\', '/');

    /// <summary>The outermost workspace folder: what is decided in one project is found in one place.</summary>
    static string FolderFor(WorkspaceSnapshot snapshot, string file) =>
        snapshot
            .Folders.Select(folder => folder.TrimEnd('/'))
            .Where(folder => file.StartsWith(folder + "/", StringComparison.Ordinal))
            .MinBy(folder => folder.Length)
        ?? DocumentUri.FolderOf(file);
}
