using System.Collections.Immutable;

namespace LabelSpec.Annotations.Model.Changes;

/// <summary>The rows of one table, before and now.</summary>
/// <param name="Map">Where rows went.</param>
/// <param name="Old">Rows before that are gone or not the same.</param>
/// <param name="New">Rows now that are new or not the same.</param>
sealed record RowComparison(RowMap Map, ImmutableArray<int> Old, ImmutableArray<int> New)
{
    // Most stretches of so many rows are the same, and are compared in one go.
    const int RowsAtOnce = 1024;

    /// <summary>Whether so many rows before, from one on, and as many rows now, from another one on, say the same.</summary>
    public delegate bool Sameness(int before, int now, int count);

    /// <param name="map">Where rows went.</param>
    /// <param name="oldCount">Rows before.</param>
    /// <param name="areSame">Compares rows.</param>
    public static RowComparison Of(RowMap map, int oldCount, Sameness areSame)
    {
        var old = ImmutableArray.CreateBuilder<int>();
        var now = ImmutableArray.CreateBuilder<int>();
        CompareAll(0, 0, map.Same);
        for (var row = map.Same; row < map.OldEnd; row++)
            old.Add(row);
        for (var row = map.Same; row < map.NewEnd; row++)
            now.Add(row);
        CompareAll(map.OldEnd, map.NewEnd, oldCount - map.OldEnd);
        return new(map, old.ToImmutable(), now.ToImmutable());

        void CompareAll(int before, int after, int count)
        {
            for (var done = 0; done < count; done += RowsAtOnce)
                Compare(before + done, after + done, Math.Min(RowsAtOnce, count - done));
        }

        void Compare(int before, int after, int count)
        {
            if (areSame(before, after, count))
                return;
            if (count == 1)
            {
                old.Add(before);
                now.Add(after);
                return;
            }

            var half = count / 2;
            Compare(before, after, half);
            Compare(before + half, after + half, count - half);
        }
    }
}
