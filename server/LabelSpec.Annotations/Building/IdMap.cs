using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Building;

/// <summary>From ids to rows: a plain array where ids lie close together, as they mostly do, else a hash table.</summary>
sealed class IdMap
{
    readonly long smallest;
    readonly int[]? dense;
    readonly Dictionary<long, int>? sparse;

    /// <param name="ids">Ids of all rows.</param>
    /// <param name="members">Which of them are meant.</param>
    /// <param name="rows">What the id at a place stands for.</param>
    public IdMap(ReadOnlySpan<RecordId> ids, ReadOnlySpan<int> members, int[] rows)
    {
        var (low, high) = (long.MaxValue, long.MinValue);
        foreach (var member in members)
        {
            if (ids[member].IsNone)
                continue;
            low = Math.Min(low, ids[member].Value);
            high = Math.Max(high, ids[member].Value);
        }
        if (low > high)
            return;

        smallest = low;
        var range = (UInt128)((Int128)high - low) + 1;
        if (range <= 16 * (ulong)members.Length + 1024)
        {
            dense = new int[(int)range];
            Array.Fill(dense, -1);
        }
        else
        {
            sparse = new Dictionary<long, int>(members.Length);
        }
        foreach (var member in members)
            if (!ids[member].IsNone)
                Add(ids[member].Value, rows[member]);
    }

    /// <summary>The row of an id, −1 when there is none.</summary>
    public int Find(RecordId id)
    {
        if (dense is not null)
        {
            var place = (ulong)(id.Value - smallest);
            return id.Value >= smallest && place < (ulong)dense.Length ? dense[place] : -1;
        }
        return sparse is not null && sparse.TryGetValue(id.Value, out var row) ? row : -1;
    }

    void Add(long id, int row)
    {
        if (sparse is not null)
            sparse.TryAdd(id, row);
        else if (dense![id - smallest] < 0)
            dense[id - smallest] = row;
    }
}
