using System.IO.Enumeration;

namespace LabelSpec.Annotations.Project;

/// <summary>Finds the files that a glob names. Links to folders are not followed, so that a loop cannot trap it.</summary>
public static class GlobFiles
{
    /// <summary>
    /// The matching files in ordinal order of their paths. A pattern without wildcards that names a folder stands for
    /// every file below it. A folder that cannot be listed is itself among them: who reads it says why.
    /// </summary>
    /// <param name="folder">What the pattern is relative to.</param>
    /// <param name="glob">The pattern.</param>
    public static List<string> Find(string folder, Glob glob)
    {
        var literal = Path.GetFullPath(glob.IsLiteral ? glob.Pattern : glob.LiteralFolder, folder);
        if (glob.IsLiteral && File.Exists(literal))
            return [literal];
        if (!Directory.Exists(literal))
            return [];
        var found = new List<string>();
        var deepest = glob.IsLiteral ? int.MaxValue : glob.MaxDepth ?? int.MaxValue;
        var open = new Stack<(string Folder, int Depth)>([(literal, 0)]);
        while (open.TryPop(out var next))
            try
            {
                foreach (var (path, isFolder) in EntriesOf(next.Folder))
                    if (!isFolder && IsMeant(path))
                        found.Add(path);
                    else if (isFolder && next.Depth < deepest)
                        open.Push((path, next.Depth + 1));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                found.Add(next.Folder);
            }

        found.Sort(StringComparer.Ordinal);
        return found;

        bool IsMeant(string path) =>
            glob.IsLiteral || glob.IsMatch(PathForGlob(glob.Pattern.StartsWith('/'), folder, path));
    }

    static FileSystemEnumerable<(string Path, bool IsFolder)> EntriesOf(string folder) =>
        new(
            folder,
            (ref entry) => (entry.ToFullPath(), entry.IsDirectory),
            new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None }
        )
        {
            ShouldIncludePredicate = (ref entry) =>
                !(entry.IsDirectory && (entry.Attributes & FileAttributes.ReparsePoint) != 0),
        };

    static string PathForGlob(bool isRooted, string folder, string full)
    {
        var path = isRooted ? full : Path.GetRelativePath(folder, full);
        return path.Replace(Path.DirectorySeparatorChar, '/');
    }
}
