namespace LabelSpec.Quality.Agreement.Units;

/// <summary>
/// Finds which annotations of an image are one object: agglomerative clustering by mean similarity, with at most one
/// annotation of each annotator in a cluster. Unlike matching annotator after annotator ("sequential Hungarian"), the
/// outcome does not depend on the order in which annotators are named. Pairs of one class go first among equal ones, so
/// that place decides and class only breaks ties ("localization first", KALOS, arXiv 2603.27197).
/// </summary>
static class UnitClustering
{
    /// <param name="thresholds">For each node.</param>
    public static List<Unit> Of(ImageShapes shapes, double[] thresholds)
    {
        var roots = AverageLinkage.RootsOf(shapes, thresholds);
        return
        [
            .. Enumerable
                .Range(0, roots.Length)
                .GroupBy(node => roots[node])
                .OrderBy(unit => unit.Key)
                .Select(unit => UnitOf(shapes, [.. unit])),
        ];
    }

    /// <summary>The nodes of one object, as a unit.</summary>
    public static Unit UnitOf(ImageShapes shapes, IReadOnlyList<int> members)
    {
        var rows = new int[shapes.Annotators];
        var classes = new int[shapes.Annotators];
        Array.Fill(rows, -1);
        Array.Fill(classes, -1);
        foreach (var member in members)
            (rows[shapes.Nodes[member].Annotator], classes[shapes.Nodes[member].Annotator]) = (
                shapes.Nodes[member].Row,
                shapes.Nodes[member].Class
            );
        return new(
            shapes.Image,
            rows,
            classes,
            [.. rows.Select((row, annotator) => row < 0 && shapes.IsExcused(annotator, members))]
        );
    }
}
