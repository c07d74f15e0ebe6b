using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Building;

/// <summary>
/// Which of the files that declare something share most folders with a folder, from the top on. Looks at folders and not at files: a
/// data set may have a file for each of a hundred thousand images in one folder.
/// </summary>
/// <param name="files">All files.</param>
/// <param name="declaring">Those that declare something, in order.</param>
sealed class NearestFiles(IReadOnlyList<SourceFile> files, IEnumerable<int> declaring)
{
    readonly List<(string[] Folders, int[] Files)> declared =
    [
        .. declaring
            .GroupBy(file => files[file].Folder, StringComparer.Ordinal)
            .Select(group => (FoldersOf(group.Key), group.ToArray())),
    ];

    /// <summary>How many folders were compared; what the cost is measured by.</summary>
    public long Comparisons { get; private set; }

    /// <summary>The nearest files in their order; none where no file declares anything.</summary>
    public IEnumerable<int> To(string folder)
    {
        var own = FoldersOf(folder);
        Comparisons += declared.Count;
        return declared
                .GroupBy(other => own.AsSpan().CommonPrefixLength(other.Folders))
                .MaxBy(group => group.Key)
                ?.SelectMany(other => other.Files)
                .Order()
            ?? Enumerable.Empty<int>();
    }

    static string[] FoldersOf(string path) => path.Split(Path.DirectorySeparatorChar);
}
