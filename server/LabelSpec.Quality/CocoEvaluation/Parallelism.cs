namespace LabelSpec.Quality.CocoEvaluation;

static class Parallelism
{
    public static ParallelOptions Of(CocoSettings settings, CancellationToken cancellation) =>
        new()
        {
            MaxDegreeOfParallelism = settings.Threads > 0 ? settings.Threads : Environment.ProcessorCount,
            CancellationToken = cancellation,
        };
}
