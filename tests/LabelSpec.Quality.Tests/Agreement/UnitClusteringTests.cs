using System.Globalization;
using System.Text;
using CsCheck;
using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Comparison;
using LabelSpec.TestSupport;
using static LabelSpec.Quality.Tests.Agreement.AgreementAnalysisTests;

namespace LabelSpec.Quality.Tests.Agreement;

/// <summary>Average linkage against its definition, which looks at every two clusters before each join.</summary>
public class UnitClusteringTests
{
    // Few places and sizes, so that means tie and clusters of several contend for a node.
    static readonly Gen<string[]> Works = Gen.Select(
            Gen.Char['a', 'b'],
            Gen.Int[0, 6],
            Gen.Int[0, 2],
            Gen.Int[1, 3],
            (category, x, y, size) => $"1:{category}:{10 * x},{10 * y},{10 * size + 20},50"
        )
        .Array[0, 9]
        .Select(boxes => string.Join(' ', boxes))
        .Array[2, 5];

    [Fact]
    public void Clusters_are_those_of_the_definition() =>
        Gen.Select(Works, Gen.OneOf(Gen.Const(.1), Gen.Const(.3), Gen.Const(.5), Gen.Const(.8)))
            .Holds(
                (works, threshold) =>
                {
                    var shapes = Shapes([.. works.Select(boxes => Work(boxes))], threshold);

                    Assert.Equal(
                        Defined(shapes, threshold).Select(Text),
                        UnitClustering.Of(shapes, shapes.ThresholdsAt(threshold)).Select(Text)
                    );
                },
                iter: 300
            );

    [Fact]
    public void However_many_annotators_there_are_their_boxes_are_one_object()
    {
        var shapes = Shapes([.. Enumerable.Repeat("1:a:10,10,50,50", 130).Select(boxes => Work(boxes))], .5);

        Assert.Equal(130, Assert.Single(UnitClustering.Of(shapes, shapes.ThresholdsAt(.5))).Members);
    }

    // Every box of one overlaps every box of the others. The definition looks at a million pairs a thousand times.
    [Theory]
    [InlineData(2, 1000)]
    [InlineData(3, 400)]
    public void A_crowd_in_one_image_is_clustered_without_looking_at_all_pairs_for_each_join(int people, int boxes)
    {
        string[] works =
        [
            .. Enumerable
                .Range(0, people)
                .Select(who =>
                    Work(
                        string.Join(
                            ' ',
                            Enumerable
                                .Range(0, boxes)
                                .Select(i =>
                                    string.Create(
                                        CultureInfo.InvariantCulture,
                                        $"1:{(char)('a' + i % 3)}:{i * 37 % 101 / 10.0},{(i * 53 + who) % 97 / 10.0},120,120"
                                    )
                                )
                        )
                    )
                ),
        ];

        var shapes = Shapes(works, .5);
        var units = UnitClustering.Of(shapes, shapes.ThresholdsAt(.5));

        Assert.Equal(people * boxes, units.Sum(unit => unit.Members));
        Assert.InRange(units.Count, boxes, boxes + boxes / 4);
    }

    static ImageShapes Shapes(string[] works, double threshold)
    {
        var annotators = AnnotatorWork.Of([
            .. works.Select(
                (json, i) => ($"p{i}", DatasetReader.Read([new ReadInput($"p{i}.json", Encoding.UTF8.GetBytes(json))]))
            ),
        ]);
        var plan = new ShapePlan(
            annotators,
            new(annotators),
            ComparisonProfiles.Strict.Strategies,
            ComparisonProfiles.Strict.Defaults,
            [],
            threshold
        );
        return plan.Read(0, new(plan.Profile));
    }

    static string Text(Unit unit) => string.Join(' ', unit.Rows);

    static IEnumerable<Unit> Defined(ImageShapes shapes, double threshold)
    {
        var sums = new double[shapes.Nodes.Count, shapes.Nodes.Count];
        foreach (var pair in shapes.Pairs.Where(pair => pair.Similarity >= threshold))
            sums[pair.First, pair.Second] = sums[pair.Second, pair.First] = pair.Weight;
        List<List<int>> clusters = [.. Enumerable.Range(0, shapes.Nodes.Count).Select(node => new List<int> { node })];
        while (Best() is var (first, second))
        {
            for (var other = 0; other < shapes.Nodes.Count; other++)
                sums[other, first[0]] = sums[first[0], other] += sums[second[0], other];
            first.AddRange(second);
            clusters.Remove(second);
        }

        return clusters.Select(cluster => UnitClustering.UnitOf(shapes, cluster));

        (List<int>, List<int>)? Best()
        {
            (List<int>, List<int>)? best = null;
            double highest = 0;
            for (var i = 0; i < clusters.Count; i++)
            for (var j = i + 1; j < clusters.Count; j++)
            {
                var mean = sums[clusters[i][0], clusters[j][0]] / ((double)clusters[i].Count * clusters[j].Count);
                if (
                    mean >= threshold
                    && mean > highest
                    && !AnnotatorsOf(clusters[i]).Intersect(AnnotatorsOf(clusters[j])).Any()
                )
                    (best, highest) = ((clusters[i], clusters[j]), mean);
            }

            return best;
        }

        IEnumerable<int> AnnotatorsOf(List<int> cluster) => cluster.Select(node => shapes.Nodes[node].Annotator);
    }
}
