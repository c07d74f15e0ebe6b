using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Checks.Structure;

/// <summary>Finds ids that a file gives to more than one row. Ids of different files are different ids.</summary>
static class DuplicateIds
{
    // Ids that lie this thinly still cost less as bits than as entries of a table.
    const int BitsPerRow = 64;

    /// <summary>Each repeated row with the first row of its id, in row order.</summary>
    public static List<(int Row, int First)> Find(
        ReadOnlySpan<RecordId> ids,
        Func<int, int> fileOf,
        Func<int, bool> has
    )
    {
        var repeats = new List<(int, int)>();
        for (var start = 0; start < ids.Length; )
        {
            var end = start + 1;
            while (end < ids.Length && fileOf(end) == fileOf(start))
                end++;
            FindInFile(ids, start, end, has, repeats);
            start = end;
        }

        return repeats;
    }

    static void FindInFile(
        ReadOnlySpan<RecordId> ids,
        int start,
        int end,
        Func<int, bool> has,
        List<(int, int)> repeats
    )
    {
        if (IsAscending(ids[start..end]))
            return;
        var suspects = RepeatedIn(ids, start, end, has);
        if (suspects is { Count: 0 })
            return;
        var first = new Dictionary<RecordId, int>();
        for (var row = start; row < end; row++)
            if (
                (suspects is null || suspects.Contains(ids[row]))
                && has(row)
                && !ids[row].IsNone
                && !first.TryAdd(ids[row], row)
            )
                repeats.Add((row, first[ids[row]]));
    }

    // Most files count their ids upwards, and then no table is needed.
    static bool IsAscending(ReadOnlySpan<RecordId> ids)
    {
        for (var i = 1; i < ids.Length; i++)
            if (ids[i].Value <= ids[i - 1].Value)
                return false;
        return true;
    }

    /// <summary>The ids that occur again, by one bit for each possible id; null where the ids lie too far apart.</summary>
    static HashSet<RecordId>? RepeatedIn(ReadOnlySpan<RecordId> ids, int start, int end, Func<int, bool> has)
    {
        long smallest = long.MaxValue,
            largest = long.MinValue;
        foreach (var id in ids[start..end])
        {
            smallest = Math.Min(smallest, id.Value);
            largest = Math.Max(largest, id.Value);
        }

        var range = (UInt128)((Int128)largest - smallest) + 1;
        if (range > (UInt128)Math.Min((long)BitsPerRow * (end - start), Array.MaxLength))
            return null;
        var seen = new ulong[(int)((range + 63) / 64)];
        var repeated = new HashSet<RecordId>();
        for (var row = start; row < end; row++)
        {
            var offset = ids[row].Value - smallest;
            ref var word = ref seen[offset >> 6];
            var bit = 1UL << (int)offset;
            if ((word & bit) != 0 && has(row))
                repeated.Add(ids[row]);
            word |= bit;
        }

        return repeated;
    }
}
