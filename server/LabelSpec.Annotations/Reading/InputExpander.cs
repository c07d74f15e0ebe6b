using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Reading;

/// <summary>
/// Turns inputs into files, each once, in a fixed order: inputs as given, the files of a folder or glob by ordinal path.
/// Folders that are links are not entered, so that a loop of links cannot hold anyone up; hidden ones are not either.
/// </summary>
static class InputExpander
{
    /// <summary>Receives what cannot be read, by path, and why.</summary>
    public delegate void Report(string path, ProblemKind kind, string message);

    /// <param name="inputs">What was asked for.</param>
    /// <param name="report">Receives what cannot be read.</param>
    /// <param name="listings">Receives what was listed on the way.</param>
    public static IReadOnlyList<FoundFile> Expand(
        IEnumerable<ReadInput> inputs,
        Report report,
        FolderListings? listings = null
    )
    {
        var found = FilesOf(inputs, report, listings);
        listings?.Set(found);
        return found;
    }

    static IReadOnlyList<FoundFile> FilesOf(IEnumerable<ReadInput> inputs, Report report, FolderListings? listings)
    {
        // A single folder holds no file twice.
        if (inputs.Take(2).ToList() is [{ Text: null } only] && Directory.Exists(only.Path))
            return FilesUnder(only.Path, report, listings);
        var found = new List<FoundFile>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var input in inputs)
        foreach (var file in FilesOf(input, report, listings))
        {
            var full = file.FullPath.Length > 0 ? file.FullPath : Path.GetFullPath(file.Path);
            if (seen.TryAdd(full, found.Count))
                found.Add(file with { FullPath = full });
            else if (file.Text is not null)
                // The editor's text wins over the file that a folder brought in.
                found[seen[full]] = file with
                {
                    FullPath = full,
                };
        }
        return found;
    }

    static IEnumerable<FoundFile> FilesOf(ReadInput input, Report report, FolderListings? listings)
    {
        if (input.Text is null && ZipSource.IsZip(input.Path) && File.Exists(input.Path))
            return FilesIn(new ZipSource(input.Path), report);
        // Out of a pipe.
        if (input.Text is { Bytes: var bytes } && ZipSource.IsZip(bytes))
            return FilesIn(new ZipSource(input.Path, bytes), report);
        if (input.Text is null && SpecialFile.Is(input.Path))
        {
            report(
                input.Path,
                FileProblems.Unreadable,
                "It is a pipe or a device, which can be read only once; write what it gives to a file, and give that."
            );
            return [];
        }
        if (input.Text is not null || File.Exists(input.Path))
            return [new FoundFile(input.Path, input.Text, input.IsNamed, input.Memory)];
        if (Directory.Exists(input.Path))
            return FilesUnder(input.Path, report, listings);
        var matches = Matches(input.Path);
        if (matches.Count == 0)
            report(input.Path, FileProblems.NotFound, $"'{input.Path}' does not exist; check the path or pattern.");
        return matches.SelectMany(path =>
            ZipSource.IsZip(path) ? FilesIn(new ZipSource(path), report)
            : Directory.Exists(path) ? FilesUnder(path, report, listings)
            : [new FoundFile(path, null, IsNamed: true)]
        );
    }

    static IEnumerable<FoundFile> FilesIn(ZipSource archive, Report report) =>
        archive
            .Entries((kind, message) => report(archive.Path, kind, message))
            .Select(file => new FoundFile(file.Path, null, IsNamed: false) { Entry = file.Entry });

    /// <summary>The files that a pattern means, named as the pattern is: relative, or by their full path.</summary>
    static List<string> Matches(string pattern)
    {
        if (!Glob.TryParse(pattern, out var glob, out _) || glob.IsLiteral)
            return [];
        var here = Directory.GetCurrentDirectory();
        var found = GlobFiles.Find(here, glob);
        return
        [
            .. found
                .Select(path => Path.IsPathRooted(pattern) ? path : Path.GetRelativePath(here, path))
                .Where(path =>
                    !path.Split(Path.DirectorySeparatorChar).Any(part => part is not ("." or "..") && IsHidden(part))
                ),
        ];
    }

    public static FoundFile[] FilesUnder(string folder, Report report, FolderListings? listings = null)
    {
        var files = new List<FolderEntry>();
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
            try
            {
                foreach (var entry in PlainFolder.EntriesOf(next))
                    if (IsHidden(Path.GetFileName(entry.Path.AsSpan())))
                        continue;
                    else if (entry.Kind == FolderEntryKind.Folder)
                        open.Push(entry.Path);
                    else if (entry.Kind != FolderEntryKind.LinkToFolder)
                        files.Add(entry with { Path = WithoutDot(entry.Path) });
                listings?.Add(Path.TrimEndingDirectorySeparator(Path.GetFullPath(next)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                report(
                    WithoutDot(next),
                    FileProblems.Unreadable,
                    $"The folder cannot be read: {e.Message.TrimEnd('.')}."
                );
            }

        var sorted = files.ToArray();
        PathOrder.Sort(sorted);
        var beginning = WithoutDot(folder);
        var full = Path.GetFullPath(folder);
        return Array.ConvertAll(
            sorted,
            file => new FoundFile(file.Path, null, IsNamed: false)
            {
                IsRegular = file.Kind == FolderEntryKind.RegularFile,
                // What an enumeration appends to a full path makes a full path.
                FullPath =
                    full == beginning ? file.Path
                    : file.Path.StartsWith(beginning, StringComparison.Ordinal) && beginning.Length > 0
                        ? string.Concat(full, file.Path.AsSpan(beginning.Length))
                    : Path.GetFullPath(file.Path),
            }
        );
    }

    // The files of the current folder are called as everybody calls them.
    static string WithoutDot(string path) =>
        path.StartsWith($".{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? path[2..] : path;

    static bool IsHidden(ReadOnlySpan<char> name) => name.StartsWith('.');
}
