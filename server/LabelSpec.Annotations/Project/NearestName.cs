namespace LabelSpec.Annotations.Project;

/// <summary>Finds the name that was probably meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate with the fewest edits (insert, delete, replace, swap of neighbours) to the name; null when even the
    /// nearest differs in more than a third of its letters.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var fewest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var allowed = Math.Max(1, Math.Max(name.Length, candidate.Length) / 3);
            if (Math.Abs(name.Length - candidate.Length) > allowed)
                continue;
            var edits = Edits(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (edits > allowed || edits >= fewest)
                continue;
            fewest = edits;
            nearest = candidate;
        }

        return nearest;
    }

    // Optimal string alignment distance, three rows of its table at a time.
    static int Edits(string a, string b)
    {
        int[] beforePrevious = new int[b.Length + 1],
            previous = new int[b.Length + 1],
            current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[b.Length];
    }
}
