using System.IO.Enumeration;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats;

/// <summary>
/// What lies beside annotation files and says what they mean: names of classes, lists of images, facts of a sequence. Each is
/// read once, and is a dependency of the data set whether it exists or not. One that exists and cannot be read is reported: the
/// annotations are read without it then, and may mean something else.
/// </summary>
sealed class CompanionFiles(DatasetBuilder builder)
{
    static readonly EnumerationOptions withoutLinks = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    readonly Dictionary<string, byte[]?> known = new(StringComparer.Ordinal);

    /// <summary>The bytes of a file; null when there is none, or none that can be read.</summary>
    /// <param name="path">Where it would lie.</param>
    /// <param name="longest">Nothing longer is read, in bytes.</param>
    public byte[]? Read(string path, long longest)
    {
        if (known.TryGetValue(path, out var bytes))
            return bytes;
        builder.Dependencies.Add(path);
        if (Path.Exists(path) || File.Exists(path) || PackedFile.Exists(path))
        {
            bytes = Load(path, longest, out var problem);
            if (problem is not null)
                ReportUnreadable(path, problem);
        }

        known.Add(path, bytes);
        return bytes;
    }

    /// <summary>The lines of a file without blanks around them; none when there is no such file.</summary>
    public string[] Lines(string path, long longest) => LinesOf(Read(path, longest));

    /// <summary>The lines of a file that has been read before, and reported if it could not be.</summary>
    public static string[] LinesAgain(string path, long longest) =>
        Path.Exists(path) ? LinesOf(Load(path, longest, out _)) : [];

    /// <summary>
    /// The files of a folder, on disk or in an archive, without hidden ones, in no order; none of one that does not exist.
    /// </summary>
    public IEnumerable<string> FilesIn(string folder, string pattern = "*") =>
        (
            builder.Listings.FilesOf(folder)
            ?? (
                Directory.Exists(folder)
                    ? List(folder, () => Directory.EnumerateFiles(folder))
                    : Packed(folder, PackedFile.FilesIn)
            )
        ).Where(path => IsMeant(Path.GetFileName(path.AsSpan()), pattern));

    static bool IsMeant(ReadOnlySpan<char> name, string pattern) =>
        !name.StartsWith('.')
        && (pattern == "*" || FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false));

    /// <summary>The folders in a folder, on disk or in an archive, that hold nothing at all, without links, in no order.</summary>
    public IEnumerable<string> EmptyFoldersIn(string folder) =>
        Directory.Exists(folder) ? FoldersIn(folder).Where(IsEmpty) : Packed(folder, PackedFile.EmptyFoldersIn);

    /// <summary>The folders in a folder, on disk or in an archive, without links, in no order; none in one that does not exist.</summary>
    public IEnumerable<string> FoldersIn(string folder) =>
        Directory.Exists(folder)
            ? List(folder, () => Directory.EnumerateDirectories(folder, "*", withoutLinks))
            : Packed(folder, PackedFile.FoldersIn);

    IEnumerable<string> Packed(string folder, Func<string, IEnumerable<string>> entriesOf)
    {
        try
        {
            return [.. entriesOf(folder)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            ReportUnreadable(folder, e.Message);
            return [];
        }
    }

    // False, and reported, for one that cannot be read.
    bool IsEmpty(string folder)
    {
        try
        {
            return !Directory.EnumerateFileSystemEntries(folder).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(folder, e.Message);
            return false;
        }
    }

    /// <summary>Says once that a file or folder cannot be read. What is read as annotations is reported by its reader.</summary>
    public void ReportUnreadable(string path, string why)
    {
        var full = Path.GetFullPath(path);
        if (builder.Files.Any(file => file.FullPath == full))
            return;
        var index = builder.AddFile(SourceFile.InFolder(path));
        builder.Problems.Report(
            FileProblems.Unreadable,
            new SourceSpan(index, 0, 0),
            $"It belongs to the annotations beside it and cannot be read: {why.TrimEnd('.')}."
        );
    }

    // What breaks off in the middle of a folder gives what came before.
    IEnumerable<string> List(string folder, Func<IEnumerable<string>> entriesOf)
    {
        if (!Directory.Exists(folder))
            yield break;
        using var entries = Opened(folder, entriesOf);
        while (IsNext(folder, entries))
            yield return entries!.Current;
    }

    IEnumerator<string>? Opened(string folder, Func<IEnumerable<string>> entriesOf)
    {
        try
        {
            return entriesOf().GetEnumerator();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(folder, e.Message);
            return null;
        }
    }

    bool IsNext(string folder, IEnumerator<string>? entries)
    {
        try
        {
            return entries is not null && entries.MoveNext();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(folder, e.Message);
            return false;
        }
    }

    static byte[]? Load(string path, long longest, out string? problem)
    {
        problem = null;
        try
        {
            if (Directory.Exists(path))
                problem = "it is a folder, and should be a file";
            else if (SpecialFile.Is(path))
                problem = "it is a pipe or a device, and should be a file";
            else if (PackedFile.ReadAllBytes(path, longest) is { } bytes)
                return bytes;
            else
                problem = $"it is larger than {longest >> 10} KB, and such files are small";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            problem = e.Message;
        }

        return null;
    }

    static string[] LinesOf(byte[]? bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes ?? []));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            if (line.Trim() is { Length: > 0 } text)
                lines.Add(text);
        return [.. lines];
    }
}
