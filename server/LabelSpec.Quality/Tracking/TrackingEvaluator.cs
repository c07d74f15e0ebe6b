namespace LabelSpec.Quality.Tracking;

/// <summary>MOTA and its relatives, IDF1 and HOTA of tracked objects.</summary>
public static class TrackingEvaluator
{
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    public static TrackingReport Evaluate(
        IReadOnlyList<TrackingSequence> sequences,
        CancellationToken cancellation = default
    )
    {
        var results = new SequenceResult[sequences.Count];
        Parallel.For(
            0,
            results.Length,
            new ParallelOptions { CancellationToken = cancellation },
            i => results[i] = Evaluate(sequences[i])
        );
        return new(results);
    }

    static SequenceResult Evaluate(TrackingSequence sequence) =>
        new(
            sequence.Name,
            ClearEvaluation.Of(sequence),
            IdentityEvaluation.Of(sequence),
            [.. HotaEvaluation.Of(sequence)]
        );
}
