using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>What one person (or model) drew.</summary>
/// <param name="Name">How reports call them.</param>
/// <param name="Dataset">Where it stands.</param>
/// <param name="Annotator">
/// Index in the data set's annotator names, where several people share a data set; null where all of it is theirs.
/// </param>
public sealed record AnnotatorWork(string Name, Dataset Dataset, int? Annotator = null)
{
    /// <summary>The annotations of an image, in file order.</summary>
    public IEnumerable<int> RowsOf(int image)
    {
        foreach (var row in Dataset.Annotations.OfImage(image).ToArray())
            if (IsOwn(row))
                yield return row;
    }

    /// <summary>
    /// Whether they were asked to look at an image. Where people share a data set that cannot be told from their silence:
    /// they looked where they drew something.
    /// </summary>
    public bool LookedAt(int image) => Annotator is null || RowsOf(image).Any();

    bool IsOwn(int row) => Annotator is null || Dataset.Annotations.Annotators[row] == Annotator;

    /// <summary>One entry for each data set, or for each annotator that a data set names where it is the only one.</summary>
    public static IReadOnlyList<AnnotatorWork> Of(IReadOnlyList<(string Name, Dataset Dataset)> inputs)
    {
        if (inputs is [var only] && only.Dataset.Annotations.AnnotatorNames.Length > 1)
            return
            [
                .. Enumerable
                    .Range(0, only.Dataset.Annotations.AnnotatorNames.Length)
                    .Select(i => new AnnotatorWork(only.Dataset.Annotations.AnnotatorNames[i], only.Dataset, i)),
            ];
        return [.. inputs.Select(input => new AnnotatorWork(input.Name, input.Dataset))];
    }
}
