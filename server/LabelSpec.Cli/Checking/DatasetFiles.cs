using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.Cli.Running;

namespace LabelSpec.Cli.Checking;

/// <summary>The files that an entry of a project's <c>datasets</c> stands for.</summary>
static class DatasetFiles
{
    public static IEnumerable<ReadInput> Of(ProjectFile project, DatasetEntry entry) =>
        entry
            .Path.SelectMany(pattern => FilesOf(project, entry, pattern))
            .Select(path => new ReadInput(DisplayPath.Of(path)));

    static IEnumerable<string> FilesOf(ProjectFile project, DatasetEntry entry, string pattern)
    {
        var literal = project.FullPath(pattern);
        if (entry.Exclude.Count == 0 && (Directory.Exists(literal) || File.Exists(literal)))
            return [literal];
        if (!Glob.TryParse(pattern, out var glob, out _))
            return [];

        var found = GlobFiles.Find(project.Folder, glob);
        if (found.Count == 0)
            throw CommandFailure.Unreadable(
                $"{DisplayPath.Of(project.FilePath)} names '{pattern}', but there is no such file"
            );
        return found.Where(path => project.DatasetOf(path) == entry);
    }
}
