namespace LabelSpec.Quality.Comparison;

/// <summary>Where the rows of a part are in the whole.</summary>
sealed record PartRows(
    ComparedData Whole,
    IReadOnlyList<int> TruthImages,
    IReadOnlyList<int> Truths,
    IReadOnlyList<int> WorkImages,
    IReadOnlyList<int> Works
)
{
    /// <summary>The result of an image of the part as one of the whole.</summary>
    /// <param name="image">The result.</param>
    /// <param name="label">For each label of the part its number in the whole.</param>
    /// <param name="attribute">The same of attributes.</param>
    public ImageResult Renumbered(ImageResult image, int[] label, int[] attribute) =>
        image with
        {
            Data = Whole,
            Pair = image.Pair with
            {
                TruthRows = [.. image.Pair.TruthRows.Select(row => TruthImages[row])],
                WorkRows = [.. image.Pair.WorkRows.Select(row => WorkImages[row])],
            },
            Outcomes =
            [
                .. image.Outcomes.Select(outcome =>
                    outcome with
                    {
                        Truth = At(Truths, outcome.Truth),
                        Work = At(Works, outcome.Work),
                        TruthLabel = At(label, outcome.TruthLabel),
                        WorkLabel = At(label, outcome.WorkLabel),
                    }
                ),
            ],
            Conflicts = [.. image.Conflicts.Select(Renumbered)],
            Attributes =
            [
                .. image.Attributes.Select(count =>
                    count with
                    {
                        Label = label[count.Label],
                        Attribute = attribute[count.Attribute],
                    }
                ),
            ],
        };

    Conflict Renumbered(Conflict conflict) =>
        conflict with
        {
            Truth = At(Truths, conflict.Truth),
            Work = At(Works, conflict.Work),
            SecondBest = conflict.SecondBest is { } second
                ? second with
                {
                    Row = At(conflict.Truth >= 0 ? Works : Truths, second.Row),
                }
                : null,
        };

    static int At(IReadOnlyList<int> rows, int row) => row < 0 ? -1 : rows[row];
}
