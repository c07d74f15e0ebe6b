using System.Collections.Immutable;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Counts problems by kind and remembers the first row of each.</summary>
sealed class CocoInputProblemLog
{
    readonly SortedDictionary<(CocoInputProblemKind Kind, bool InPredictions), (int Count, int First)> seen = [];

    public void Add(CocoInputProblemKind kind, int row, bool isInPredictions)
    {
        var key = (kind, isInPredictions);
        seen[key] = seen.TryGetValue(key, out var known) ? (known.Count + 1, known.First) : (1, row);
    }

    public ImmutableArray<CocoInputProblem> ToProblems() =>
        [
            .. seen.Select(entry => new CocoInputProblem(
                entry.Key.Kind,
                entry.Value.Count,
                entry.Value.First,
                entry.Key.InPredictions
            )),
        ];
}
