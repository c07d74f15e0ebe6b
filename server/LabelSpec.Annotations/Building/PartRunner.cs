namespace LabelSpec.Annotations.Building;

/// <summary>Reads many inputs on many threads and appends what they give in the order of the inputs.</summary>
public static class PartRunner
{
    /// <summary>Finished parts that may wait for their turn, for each thread.</summary>
    const int WaitingPerThread = 4;

    /// <summary>Rows that room is made for beforehand at most, whatever the first inputs hold.</summary>
    const int MostExpected = 1 << 22;

    /// <param name="builder">Receives the rows; nobody else may use it meanwhile.</param>
    /// <param name="items">Number of inputs.</param>
    /// <param name="batchSize">Inputs that share a part: one for big ones, hundreds for tiny ones.</param>
    /// <param name="threads">Upper bound on the threads used.</param>
    /// <param name="read">Reads the input of a number into a part; called from several threads.</param>
    /// <param name="cancellation">Ends the run between two inputs.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void Run(
        DatasetBuilder builder,
        int items,
        int batchSize,
        int threads,
        Action<int, DatasetPart> read,
        CancellationToken cancellation
    )
    {
        batchSize = Math.Max(1, batchSize);
        var batches = (items + batchSize - 1) / batchSize;
        var accepted = 0;
        var parts = new PartStack();
        OrderedWork<DatasetPart>.Run(
            batches,
            threads,
            WaitingPerThread * threads,
            batch =>
            {
                var part = parts.Take();
                var end = Math.Min(items, (batch + 1) * batchSize);
                for (var item = batch * batchSize; item < end; item++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    read(item, part);
                }
                return part;
            },
            part =>
            {
                // Inputs that are read side by side are mostly alike.
                if (accepted++ == 0 && batches > 1)
                    builder.Expect(part, 1.05 * batches, MostExpected);
                builder.Append(part);
                parts.Return(part);
                return true;
            }
        );
    }
}
