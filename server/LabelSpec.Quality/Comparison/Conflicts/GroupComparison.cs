namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Which annotations are grouped with others than in the ground truth (CVAT, <c>match_groups</c>): groups are assigned to
/// each other by the intersection over union of their members, where two members are the same when they were paired.
/// Annotations without a group are groups of one.
/// </summary>
static class GroupComparison
{
    /// <summary>The pairs whose groups differ.</summary>
    public static IEnumerable<MatchedShapes> Mismatching(
        ImageScene scene,
        List<MatchedShapes> pairs,
        IAssignment assignment,
        double threshold
    )
    {
        if (!scene.Truth.Exists(IsGrouped) && !scene.Work.Exists(IsGrouped))
            return [];
        var truth = new Grouping(scene.Truth);
        var work = new Grouping(scene.Work);
        var common = new SortedDictionary<(int Truth, int Work), int>();
        foreach (var pair in pairs)
        {
            var key = (truth.GroupOf(pair.Truth), work.GroupOf(pair.Work));
            common[key] = common.GetValueOrDefault(key) + 1;
        }

        var similar = common
            .Select(entry => new SimilarPair(
                entry.Key.Truth,
                entry.Key.Work,
                entry.Value / (double)(truth.SizeOf(entry.Key.Truth) + work.SizeOf(entry.Key.Work) - entry.Value)
            ))
            .ToList();
        var thresholds = new double[truth.Count];
        Array.Fill(thresholds, threshold);
        // Groups have no labels: all are equal.
        var table = new SimilarityTable(new int[truth.Count], new int[work.Count], similar, thresholds);
        var truthOfWork = assignment.Assign(table).ToDictionary(hit => hit.Work, hit => hit.Truth);
        return pairs.Where(pair =>
        {
            var (own, other) = (truth.GroupOf(pair.Truth), work.GroupOf(pair.Work));
            return truth.SizeOf(own) == 1 && work.SizeOf(other) != 1 || truthOfWork.GetValueOrDefault(other, -1) != own;
        });
    }

    static bool IsGrouped(ComparedShape shape) => shape.Group >= 0 && shape.Pool != ShapePool.Tag;

    sealed class Grouping
    {
        readonly Dictionary<int, int> groupOfRow = [];
        readonly Dictionary<int, int> groupOfNumber = [];
        readonly List<int> sizes = [];

        public Grouping(List<ComparedShape> shapes)
        {
            foreach (var shape in shapes.Where(shape => shape.Pool != ShapePool.Tag))
            {
                if (shape.Group < 0 || !groupOfNumber.TryGetValue(shape.Group, out var group))
                {
                    group = sizes.Count;
                    sizes.Add(0);
                    if (shape.Group >= 0)
                        groupOfNumber.Add(shape.Group, group);
                }

                sizes[group]++;
                groupOfRow[shape.Row] = group;
            }
        }

        public int Count => sizes.Count;

        public int GroupOf(ComparedShape shape) => groupOfRow[shape.Row];

        public int SizeOf(int group) => sizes[group];
    }
}
