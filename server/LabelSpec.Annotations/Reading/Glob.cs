using System.IO.Enumeration;

namespace LabelSpec.Annotations.Reading;

/// <summary>Files that match a pattern: <c>*</c> and <c>?</c> within a name, <c>**</c> for any folders.</summary>
static class Glob
{
    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?');

    public static List<string> Files(string pattern)
    {
        var segments = pattern.Replace('\\', '/').Split('/');
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var root = pattern.StartsWith('/') ? "/" : "";
        Walk(root, segments.AsSpan(root.Length), files);
        return [.. files];
    }

    static void Walk(string folder, ReadOnlySpan<string> segments, SortedSet<string> files)
    {
        if (segments is [] || (folder.Length > 0 && !Directory.Exists(folder)))
            return;
        var segment = segments[0];
        var rest = segments[1..];
        if (segment == "**")
        {
            Walk(folder, rest.IsEmpty ? ["*"] : rest, files);
            foreach (var child in Entries(folder, "*", isFolder: true))
                Walk(child, segments, files);
        }
        else if (rest.IsEmpty)
        {
            files.UnionWith(Entries(folder, segment, isFolder: false));
        }
        else if (IsPattern(segment))
        {
            foreach (var child in Entries(folder, segment, isFolder: true))
                Walk(child, rest, files);
        }
        else
        {
            Walk(Path.Combine(folder, segment), rest, files);
        }
    }

    static FileSystemEnumerable<string> Entries(string folder, string pattern, bool isFolder) =>
        new(
            folder.Length == 0 ? "." : folder,
            (ref entry) => Path.Combine(folder, entry.FileName.ToString()),
            new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None }
        )
        {
            ShouldIncludePredicate = (ref entry) =>
                entry.IsDirectory == isFolder
                && !entry.FileName.StartsWith('.')
                && (!isFolder || (entry.Attributes & FileAttributes.ReparsePoint) == 0)
                && FileSystemName.MatchesSimpleExpression(pattern, entry.FileName, ignoreCase: false),
        };
}
