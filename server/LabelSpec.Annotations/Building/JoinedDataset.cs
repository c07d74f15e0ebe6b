using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Building;

/// <summary>
/// One data set of parts that were read apart, as if their files had been read at once in the ordinal order of their paths: what
/// is judged by all of the data is the same, whatever the parts are.
/// </summary>
public sealed class JoinedDataset
{
    // Null where the only part is the whole as it is.
    readonly IReadOnlyList<(int Part, int Row)>? origins;

    internal JoinedDataset(Dataset dataset, IReadOnlyList<(int Part, int Row)>? origins) =>
        (Dataset, this.origins) = (dataset, origins);

    /// <summary>All parts.</summary>
    public Dataset Dataset { get; }

    /// <summary>The part that an annotation is from, and its row there.</summary>
    public (int Part, int Row) OriginOf(int annotation) => origins is null ? (0, annotation) : origins[annotation];

    /// <exception cref="ArgumentException">
    /// A track is in two parts, and how its pieces follow each other cannot be told.
    /// </exception>
    public static JoinedDataset Of(IReadOnlyList<Dataset> parts)
    {
        SplitTracks.Refuse(parts);
        return parts is [var only] && IsInOrder(only) ? new(only, null) : new DatasetJoin(parts).Join();
    }

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
