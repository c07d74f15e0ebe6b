namespace LabelSpec.Annotations.Model;

/// <summary>Groups rows by a number, keeping their order: a counting sort.</summary>
static class RowIndex
{
    /// <returns>
    /// <c>rows[first[g] .. first[g + 1]]</c> are the rows of group g. Rows with a negative group are in none.
    /// </returns>
    public static (int[] First, int[] Rows) Group(ReadOnlySpan<int> groupOfRow, int groups)
    {
        var first = new int[groups + 1];
        var total = 0;
        foreach (var group in groupOfRow)
        {
            if (group < 0)
                continue;
            first[group + 1]++;
            total++;
        }
        for (var group = 0; group < groups; group++)
            first[group + 1] += first[group];

        var rows = new int[total];
        for (var row = 0; row < groupOfRow.Length; row++)
            if (groupOfRow[row] >= 0)
                rows[first[groupOfRow[row]]++] = row;
        // Filling moved each start to the next one's place.
        for (var group = groups; group > 0; group--)
            first[group] = first[group - 1];
        first[0] = 0;
        return (first, rows);
    }
}
