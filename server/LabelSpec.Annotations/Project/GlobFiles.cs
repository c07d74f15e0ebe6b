namespace LabelSpec.Annotations.Project;

/// <summary>Finds the files that a glob names. Links to folders are not followed, so that a loop cannot trap it.</summary>
public static class GlobFiles
{
    /// <summary>
    /// The matching files in ordinal order of their paths. A pattern without wildcards that names a folder stands for
    /// every file below it. Folders that cannot be read are passed over.
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
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = glob.IsLiteral ? int.MaxValue : glob.MaxDepth ?? int.MaxValue,
            AttributesToSkip = FileAttributes.None,
            IgnoreInaccessible = true,
            ReturnSpecialDirectories = false,
        };
        var isRooted = glob.Pattern.StartsWith('/');
        var entries = new System.IO.Enumeration.FileSystemEnumerable<string>(
            literal,
            (ref System.IO.Enumeration.FileSystemEntry entry) => entry.ToFullPath(),
            options
        )
        {
            ShouldIncludePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) =>
                !entry.IsDirectory
                && (glob.IsLiteral || glob.IsMatch(PathForGlob(isRooted, folder, entry.ToFullPath()))),
            ShouldRecursePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) =>
                (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        var found = entries.ToList();
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    static string PathForGlob(bool isRooted, string folder, string full)
    {
        var path = isRooted ? full : Path.GetRelativePath(folder, full);
        return path.Replace(Path.DirectorySeparatorChar, '/');
    }
}
