namespace LabelSpec.Quality.Comparison;

/// <summary>The units of one pool in one image, how alike they are, and which were paired.</summary>
sealed record PoolMatch(
    ShapePool Pool,
    List<ShapeUnit> Truth,
    List<ShapeUnit> Work,
    SimilarityTable Table,
    List<SimilarPair> Hits
)
{
    public IEnumerable<(int Unit, ShapeUnit Shape)> Missing => Left(Truth, [.. Hits.Select(hit => hit.Truth)]);

    public IEnumerable<(int Unit, ShapeUnit Shape)> Extra => Left(Work, [.. Hits.Select(hit => hit.Work)]);

    static IEnumerable<(int, ShapeUnit)> Left(List<ShapeUnit> units, HashSet<int> taken)
    {
        for (var i = 0; i < units.Count; i++)
            if (!taken.Contains(i))
                yield return (i, units[i]);
    }
}
