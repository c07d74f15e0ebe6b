namespace LabelSpec.Engine.Live;

/// <summary>Some of the rows of a table: blocks of as many rows each.</summary>
sealed class RowBlocks
{
    readonly HashSet<int> blocks = [];
    readonly int size;

    /// <param name="rows">Rows that the blocks are to contain.</param>
    /// <param name="size">The rows of a block.</param>
    public RowBlocks(IEnumerable<int> rows, int size)
    {
        this.size = size;
        foreach (var row in rows)
            blocks.Add(row / size);
    }

    public bool Contain(RowBlocks others) => size == others.size && others.blocks.IsSubsetOf(blocks);

    /// <summary>The rows of the blocks, in order.</summary>
    /// <param name="count">The rows of the table.</param>
    public IEnumerable<(int First, int End)> Rows(int count) =>
        blocks.Order().Select(block => (block * size, Math.Min(count, (block + 1) * size)));

    /// <summary>All other rows, in order.</summary>
    /// <param name="count">The rows of the table.</param>
    public IEnumerable<(int First, int End)> Others(int count)
    {
        var end = 0;
        foreach (var (first, next) in Rows(count))
        {
            if (first > end)
                yield return (end, first);
            end = next;
        }

        if (end < count)
            yield return (end, count);
    }
}
