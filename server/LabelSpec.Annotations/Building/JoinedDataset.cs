using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Building;

/// <summary>
/// One data set of parts that were read apart, as if their files had been read at once in the ordinal order of their paths: what
/// is judged by all of the data is the same, whatever the parts are.
/// </summary>
public sealed class JoinedDataset
{
    readonly int[][] images;
    readonly int[][] annotations;

    internal JoinedDataset(Dataset dataset, int[][] images, int[][] annotations) =>
        (Dataset, this.images, this.annotations) = (dataset, images, annotations);

    /// <summary>All parts.</summary>
    public Dataset Dataset { get; }

    /// <summary>For each image of a part its row in <see cref="Dataset"/>.</summary>
    public IReadOnlyList<int> ImagesOf(int part) => images[part];

    /// <summary>For each annotation of a part its row in <see cref="Dataset"/>.</summary>
    public IReadOnlyList<int> AnnotationsOf(int part) => annotations[part];

    /// <exception cref="ArgumentException">
    /// A track is in two parts, and how its pieces follow each other cannot be told.
    /// </exception>
    public static JoinedDataset Of(IReadOnlyList<Dataset> parts)
    {
        SplitTracks.Refuse(parts);
        return parts is [var only] && IsInOrder(only)
            ? new(only, [Same(only.Images.Count)], [Same(only.Annotations.Count)])
            : new DatasetJoin(parts).Join();
    }

    static int[] Same(int rows) => [.. Enumerable.Range(0, rows)];

    static bool IsInOrder(Dataset only)
    {
        for (var file = 1; file < only.Files.Length; file++)
            if (string.CompareOrdinal(only.Files[file - 1].Path, only.Files[file].Path) > 0)
                return false;
        return IsAscending(only.Images.Count, only.Images.FileOf)
            && IsAscending(only.Annotations.Count, only.Annotations.FileOf);
    }

    static bool IsAscending(int rows, Func<int, int> fileOf)
    {
        for (var row = 1; row < rows; row++)
            if (fileOf(row) < fileOf(row - 1))
                return false;
        return true;
    }
}
