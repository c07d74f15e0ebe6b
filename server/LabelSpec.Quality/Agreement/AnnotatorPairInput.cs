using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Agreement;

/// <summary>
/// Two annotators as the input of an evaluation: the first as ground truth, the second as detections of equal confidence.
/// </summary>
sealed class AnnotatorPairInput(int first, int second, SharedImages images, ClassList classes, UnitFinder finder)
{
    public CocoInput Build()
    {
        List<long> keys = [];
        List<(int Image, ShapeNode Node, int Index)> truths = [],
            detections = [];
        for (var image = 0; image < images.Count; image++)
        {
            if (!images.LookedAt(image, first) || !images.LookedAt(image, second))
                continue;
            for (var i = 0; i < finder.Shapes[image].Nodes.Count; i++)
            {
                var node = finder.Shapes[image].Nodes[i];
                // Where the other says that nothing is judged, nothing is wrong.
                var other = node.Annotator == first ? second : first;
                if (finder.Shapes[image].IsExcused(other, [i]))
                    continue;
                if (node.Annotator == first)
                    truths.Add((keys.Count, node, i));
                else if (node.Annotator == second)
                    detections.Add((keys.Count, node, i));
            }

            keys.Add(image);
        }

        return new()
        {
            ImageKeys = [.. keys],
            CategoryNames = classes.Names,
            Truths = new()
            {
                Images = [.. truths.Select(row => row.Image)],
                Categories = [.. truths.Select(row => row.Node.Class)],
                Areas = new double[truths.Count],
                IsCrowd = new bool[truths.Count],
                IsIgnored = new bool[truths.Count],
            },
            Detections = new()
            {
                Images = [.. detections.Select(row => row.Image)],
                Categories = [.. detections.Select(row => row.Node.Class)],
                Scores = [.. detections.Select(_ => 1.0)],
            },
            Similarity = new Overlaps(
                [.. detections.Select(row => (finder.Shapes[(int)keys[row.Image]], row.Index))],
                [.. truths.Select(row => row.Index)]
            ),
        };
    }

    sealed class Overlaps((ImageShapes Image, int Index)[] detections, int[] truths) : PairSimilarity
    {
        public override void Measure(
            ReadOnlySpan<int> detectionRows,
            ReadOnlySpan<int> truthRows,
            Span<double> overlaps,
            Span<double> areas
        )
        {
            for (var d = 0; d < detectionRows.Length; d++)
            for (var t = 0; t < truthRows.Length; t++)
                overlaps[d * truthRows.Length + t] = detections[detectionRows[d]]
                    .Image.Overlap(detections[detectionRows[d]].Index, truths[truthRows[t]]);
        }
    }
}
