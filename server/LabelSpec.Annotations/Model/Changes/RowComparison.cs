using System.Collections.Immutable;

namespace LabelSpec.Annotations.Model.Changes;

/// <summary>The rows of one table, before and now.</summary>
/// <param name="Map">Where rows went.</param>
/// <param name="Old">Rows before that are gone or not the same.</param>
/// <param name="New">Rows now that are new or not the same.</param>
sealed record RowComparison(RowMap Map, ImmutableArray<int> Old, ImmutableArray<int> New)
{
    /// <param name="map">Where rows went.</param>
    /// <param name="oldCount">Rows before.</param>
    /// <param name="isSame">Whether a row before and a row now say the same.</param>
    public static RowComparison Of(RowMap map, int oldCount, Func<int, int, bool> isSame)
    {
        var old = ImmutableArray.CreateBuilder<int>();
        var now = ImmutableArray.CreateBuilder<int>();
        for (var row = 0; row < map.Same; row++)
            Compare(row, row);
        for (var row = map.Same; row < map.OldEnd; row++)
            old.Add(row);
        for (var row = map.Same; row < map.NewEnd; row++)
            now.Add(row);
        for (var row = map.OldEnd; row < oldCount; row++)
            Compare(row, map.NewOf(row));
        return new(map, old.ToImmutable(), now.ToImmutable());

        void Compare(int before, int after)
        {
            if (isSame(before, after))
                return;
            old.Add(before);
            now.Add(after);
        }
    }
}
