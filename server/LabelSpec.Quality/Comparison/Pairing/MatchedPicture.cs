namespace LabelSpec.Quality.Comparison;

/// <summary>A picture that one or more data sets hold.</summary>
/// <param name="Name">As the first of them names it.</param>
/// <param name="Rows">
/// For each data set the rows of its <c>ImageTable</c> that declare it: several where several files do, none where it lacks it.
/// </param>
sealed record MatchedPicture(string Name, int[][] Rows)
{
    public bool IsIn(int dataset) => Rows[dataset].Length > 0;

    public bool SharesDatasetWith(MatchedPicture other)
    {
        for (var i = 0; i < Rows.Length; i++)
            if (IsIn(i) && other.IsIn(i))
                return true;
        return false;
    }
}
