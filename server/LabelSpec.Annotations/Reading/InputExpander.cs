using System.IO.Enumeration;

namespace LabelSpec.Annotations.Reading;

/// <summary>
/// Turns inputs into files, each once, in a fixed order: inputs as given, the files of a folder or glob by ordinal path.
/// Folders that are links are not entered, so that a loop of links cannot hold anyone up; hidden ones are not either.
/// </summary>
static class InputExpander
{
    public static List<FoundFile> Expand(IEnumerable<ReadInput> inputs, List<string> missing)
    {
        var found = new List<FoundFile>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var input in inputs)
        foreach (var file in FilesOf(input, missing))
        {
            var full = Path.GetFullPath(file.Path);
            if (seen.TryAdd(full, found.Count))
                found.Add(file);
            else if (file.Text is not null)
                // The editor's text wins over the file that a folder brought in.
                found[seen[full]] = file;
        }
        return found;
    }

    static IEnumerable<FoundFile> FilesOf(ReadInput input, List<string> missing)
    {
        if (input.Text is not null || File.Exists(input.Path))
            return [new FoundFile(input.Path, input.Text, input.IsNamed, input.Memory)];
        if (Directory.Exists(input.Path))
            return FilesUnder(input.Path);
        var matches = Glob.IsPattern(input.Path) ? Glob.Files(input.Path) : [];
        if (matches.Count == 0)
            missing.Add(input.Path);
        return matches.Select(path => new FoundFile(path, null, IsNamed: true));
    }

    public static IEnumerable<FoundFile> FilesUnder(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.None,
        };
        var files = new FileSystemEnumerable<string>(folder, (ref entry) => entry.ToSpecifiedFullPath(), options)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && !IsHidden(entry.FileName),
            ShouldRecursePredicate = (ref entry) =>
                (entry.Attributes & FileAttributes.ReparsePoint) == 0 && !IsHidden(entry.FileName),
        };
        return files
            .Select(WithoutDot)
            .Order(StringComparer.Ordinal)
            .Select(path => new FoundFile(path, null, IsNamed: false));
    }

    // The files of the current folder are called as everybody calls them.
    static string WithoutDot(string path) =>
        path.StartsWith($".{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? path[2..] : path;

    static bool IsHidden(ReadOnlySpan<char> name) => name.StartsWith('.');
}
