namespace LabelSpec.Annotations.Formats;

/// <summary>The first files of a folder by ordinal name, found without sorting all of them.</summary>
static class FirstFiles
{
    /// <param name="paths">The paths of the folder's files, in any order.</param>
    /// <param name="count">How many at most.</param>
    public static IReadOnlyCollection<string> Of(IEnumerable<string> paths, int count)
    {
        var first = new SortedSet<string>(StringComparer.Ordinal);
        // Looking for the largest one in the set each time would cost more than listing the folder.
        string? last = null;
        foreach (var path in paths)
        {
            if (last is not null && string.CompareOrdinal(path, last) > 0)
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
