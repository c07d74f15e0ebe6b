namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Precision and recall from match results (<c>accumulate</c> of pycocotools' cocoeval.py).</summary>
static class CocoAccumulator
{
    public static CocoResult Accumulate(CocoMatches matches, CancellationToken cancellation)
    {
        var result = new CocoResult(matches);
        // Large categories first, so that no thread is left with one at the end.
        var categories = Enumerable
            .Range(0, matches.CategoryNames.Length)
            .OrderByDescending(k => matches.FirstOfCategory[k + 1] - matches.FirstOfCategory[k])
            .ToArray();
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(categories, loadBalance: true),
            Parallelism.Of(matches.Settings, cancellation),
            () => new CategoryAccumulator(matches, result),
            (category, _, accumulator) =>
            {
                accumulator.Accumulate(category);
                return accumulator;
            },
            _ => { }
        );
        return result;
    }
}
