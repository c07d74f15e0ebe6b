using System.Security.Cryptography;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.ClassFolder;

/// <summary>What is wrong with folders of classes as a whole; nobody sees it in one picture.</summary>
sealed class ClassFolderCheck(ProblemLog problems, CompanionFiles companions)
{
    /// <summary>Pictures of equal size that are equal at both ends are read whole; others are not.</summary>
    const int End = 4096;

    readonly SortedDictionary<string, SortedDictionary<string, int>> firstOfClass = new(StringComparer.Ordinal);
    readonly Dictionary<long, List<(int File, string Path, string Class)>> bySize = [];

    /// <summary>Notes a picture; a split of the empty name is none.</summary>
    public void Note(int file, string path, string split, string label)
    {
        if (!firstOfClass.TryGetValue(split, out var classes))
            firstOfClass.Add(split, classes = new(StringComparer.Ordinal));
        classes.TryAdd(label, file);
        var length = PackedFile.LengthOf(path);
        if (!bySize.TryGetValue(length, out var pictures))
            bySize.Add(length, pictures = []);
        pictures.Add((file, path, label));
    }

    /// <param name="pathOf">The path of a file.</param>
    /// <param name="cancellation">Ends the comparison of pictures.</param>
    public void Report(Func<int, string> pathOf, CancellationToken cancellation)
    {
        ReportClasses();
        ReportEmpty(pathOf);
        foreach (
            var pictures in bySize.Where(one => one.Key > 0).Select(one => one.Value).Where(list => list.Count > 1)
        )
        {
            cancellation.ThrowIfCancellationRequested();
            ReportTwins(pictures);
        }
    }

    // Trainers number the classes of each split by its folders in the order of the alphabet.
    void ReportClasses()
    {
        if (firstOfClass.Count < 2)
            return;
        var all = firstOfClass.Values.SelectMany(classes => classes.Keys).Distinct().Order(StringComparer.Ordinal);
        foreach (var label in all)
        {
            var with = firstOfClass.Where(split => split.Value.ContainsKey(label)).ToList();
            var without = firstOfClass.Keys.Except(with.Select(split => split.Key)).ToList();
            if (without.Count > 0)
                problems.Report(
                    ClassFolderProblems.ClassesDiffer,
                    new(with[0].Value[label], 0, 0),
                    $"The class '{label}' is in {string.Join(", ", with.Select(split => split.Key))} and not in "
                        + $"{string.Join(", ", without)}: trainers number classes by the folders of a split, and get other numbers."
                );
        }
    }

    void ReportEmpty(Func<int, string> pathOf)
    {
        var parents = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in firstOfClass.Values.SelectMany(classes => classes.Values))
            if (Path.GetDirectoryName(Path.GetDirectoryName(pathOf(file))) is { } parent)
                parents.TryAdd(parent, file);
        foreach (var (parent, file) in parents)
        foreach (var folder in companions.EmptyFoldersIn(parent).Order(StringComparer.Ordinal))
            problems.Report(
                ClassFolderProblems.EmptyClass,
                new(file, 0, 0),
                $"The folder {Path.GetFileName(parent)}/{Path.GetFileName(folder)} holds no picture; trainers count it as a class."
            );
    }

    void ReportTwins(List<(int File, string Path, string Class)> pictures)
    {
        var first = new Dictionary<string, (int File, string Path, string Class)>(StringComparer.Ordinal);
        foreach (var ends in pictures.GroupBy(EndsOf).Where(group => group.Key is not null && group.Count() > 1))
        foreach (var picture in ends)
            if (
                HashOf(picture, static file => SHA256.HashData(file)) is { } hash
                && !first.TryAdd(hash, picture)
                && first[hash] is var other
                && other.Class != picture.Class
            )
                problems.Report(
                    ClassFolderProblems.TwoClasses,
                    new(picture.File, 0, 0),
                    $"This picture is '{picture.Class}' here and '{other.Class}' as {Name(other.Path)}, byte by byte the same."
                );
    }

    static string Name(string path) => $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}";

    /// <summary>What a picture has at both ends; null, and reported, for one that cannot be read.</summary>
    string? EndsOf((int File, string Path, string Class) picture) =>
        HashOf(
            picture,
            static file =>
            {
                var bytes = new byte[2 * End];
                var length = file.ReadAtLeast(bytes.AsSpan(0, End), End, throwOnEndOfStream: false);
                file.Position = Math.Max(0, file.Length - End);
                length += file.ReadAtLeast(bytes.AsSpan(length, End), End, throwOnEndOfStream: false);
                return SHA256.HashData(bytes.AsSpan(0, length));
            }
        );

    string? HashOf((int File, string Path, string Class) picture, Func<Stream, byte[]> hash)
    {
        try
        {
            using var file = PackedFile.OpenRead(picture.Path);
            return Convert.ToHexString(hash(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            SourceCheck.ReportUnreadable(picture.File, e, problems);
            return null;
        }
    }
}
