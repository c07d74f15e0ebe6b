namespace LabelSpec.Annotations.Project;

/// <summary>The files that an entry of a project's <c>datasets</c> stands for.</summary>
public static class DatasetSelection
{
    /// <summary>
    /// Absolute paths of files and folders, and the first pattern that no file matches; null where all match something.
    /// </summary>
    public static (IReadOnlyList<string> Paths, string? Unmatched) FilesOf(this ProjectFile project, DatasetEntry entry)
    {
        var paths = new List<string>();
        string? unmatched = null;
        foreach (var pattern in entry.Path)
        {
            var literal = project.FullPath(pattern);
            if (entry.Exclude.Count == 0 && (Directory.Exists(literal) || File.Exists(literal)))
            {
                paths.Add(literal);
                continue;
            }

            if (!Glob.TryParse(pattern, out var glob, out _))
                continue;
            var found = GlobFiles.Find(project.Folder, glob);
            if (found.Count == 0)
                unmatched ??= pattern;
            paths.AddRange(found.Where(path => project.DatasetOf(path) == entry));
        }

        return (paths, unmatched);
    }
}
