namespace LabelSpec.Annotations.Formats;

/// <summary>The first files of a folder by ordinal name, found without sorting all of them.</summary>
static class FirstFiles
{
    /// <param name="folder">The folder; none in one that does not exist.</param>
    /// <param name="pattern">What their names look like.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="counts">Whether a file is meant, by its path.</param>
    public static IReadOnlyCollection<string> Of(string folder, string pattern, int count, Func<string, bool> counts)
    {
        var first = new SortedSet<string>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
            return first;
        // Looking for the largest one in the set each time would cost more than listing the folder.
        string? last = null;
        foreach (var path in Directory.EnumerateFiles(folder, pattern))
        {
            if ((last is not null && string.CompareOrdinal(path, last) > 0) || !counts(path))
                continue;
            first.Add(path);
            if (first.Count > count)
                first.Remove(first.Max!);
            if (first.Count == count)
                last = first.Max;
        }

        return first;
    }
}
