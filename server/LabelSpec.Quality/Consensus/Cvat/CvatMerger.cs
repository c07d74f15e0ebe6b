using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Consensus.Cvat;

/// <summary>
/// Merges the replicas of one image as CVAT does: <c>cvat/apps/consensus/intersect_merge.py</c> over datumaro's
/// <c>components/merge/intersect_merge.py</c>. <c>docs/consensus.md</c> has its steps.
/// </summary>
sealed class CvatMerger(ShapePlan plan, ConsensusSettings settings)
{
    readonly IReadOnlyList<AnnotatorWork> annotators = plan.Annotators;
    readonly int needed = settings.VotesNeeded(plan.Annotators.Count);
    readonly CvatAttributes attributes = new(plan.Annotators, settings.VotesNeeded(plan.Annotators.Count));

    /// <summary>The objects of an image with the units that votes are counted in, and what has too few votes.</summary>
    public void Merge(ImageShapes image, List<Unit> units, List<ConsensusObject> objects, List<ReviewItem> review)
    {
        // CVAT's importer hands on tags before shapes, and shapes in their order.
        var pools = Enumerable
            .Range(0, image.Nodes.Count)
            .GroupBy(node => image.Nodes[node].Pool)
            .OrderBy(pool => pool.Key != ShapePool.Tag)
            .Select(pool => pool.Key == ShapePool.Tag ? Tags(image, [.. pool]) : Shapes(image, [.. pool]))
            .ToList();
        var clusters = pools.SelectMany(pool => pool.Clusters).ToList();
        var groups = CvatGroups.Of([
            .. clusters.Select(cluster => cluster.Select(node => GroupOf(image, node)).ToHashSet()),
        ]);
        var first = 0;
        foreach (var pool in pools)
        {
            objects.AddRange(WithAttributesAndGroups(image, pool, groups.AsSpan(first, pool.Clusters.Count)));
            first += pool.Clusters.Count;
        }

        foreach (var candidates in pools.SelectMany(pool => pool.Candidates))
        {
            units.Add(UnitClustering.UnitOf(image, candidates));
            if (candidates.Count < needed)
                review.Add(Outvoted(image, candidates));
        }
    }

    Pool Shapes(ImageShapes image, int[] nodes)
    {
        var clusters = new CvatClustering(image, plan.Profile.Assignment, settings.Overlap).Of(nodes);
        return new(
            clusters,
            [.. clusters.Where(cluster => cluster.Count >= needed).Select(cluster => Merged(image, cluster))],
            clusters
        );
    }

    // All tags are one cluster, and one merged tag for each label with the quorum.
    Pool Tags(ImageShapes image, int[] nodes)
    {
        var labels = nodes.GroupBy(node => image.Nodes[node].Class).Select(label => label.ToList()).ToList();
        return new(
            [
                [.. nodes],
            ],
            [
                .. labels
                    .Where(label => label.Count >= needed)
                    .Select(label =>
                        Of(image, label, label[0]) with
                        {
                            LabelScore = label.Count / (double)annotators.Count,
                            ShapeScore = 1,
                        }
                    ),
            ],
            labels
        );
    }

    ConsensusObject Merged(ImageShapes image, List<int> cluster)
    {
        var chosen =
            image.Nodes[cluster[0]].Pool == ShapePool.Skeleton
                ? CvatShapes.NearestSkeleton(image, cluster)
                : CvatShapes.NearestToMeanBox(image, cluster, plan.Profile);
        return Of(image, cluster, chosen) with
        {
            LabelScore = cluster.Sum(node => ScoreOf(image.Nodes[node])) / annotators.Count,
            ShapeScore = cluster.Sum(node => image.Overlap(chosen, node)) / cluster.Count,
        };
    }

    ConsensusObject Of(ImageShapes image, List<int> cluster, int chosen) =>
        new()
        {
            Image = image.Image,
            Class = image.Nodes[chosen].Class,
            Source = MemberOf(image, chosen),
            LabelScore = 0,
            ShapeScore = 0,
            Votes = cluster.Count,
            Looked = annotators.Count,
            ZOrder = cluster.Max(node => image.Nodes[node].Unit.First.ZOrder),
            Members = [.. cluster.Select(node => MemberOf(image, node))],
            Attributes = [],
        };

    // What has the quorum is counted off against all clusters of its type: after one without it, attributes are voted and
    // groups are taken from a cluster before the own one. The chosen annotation's own values hide most of it.
    List<ConsensusObject> WithAttributesAndGroups(ImageShapes image, Pool pool, ReadOnlySpan<int> groups)
    {
        var isTag = pool.Clusters.Count > 0 && image.Nodes[pool.Clusters[0][0]].Pool == ShapePool.Tag;
        var result = new List<ConsensusObject>();
        for (var i = 0; i < pool.Merged.Count; i++)
        {
            var merged = pool.Merged[i];
            if (i >= pool.Clusters.Count)
            {
                result.Add(merged);
                continue;
            }

            result.Add(
                merged with
                {
                    Group = groups[i],
                    Attributes = attributes.Of(
                        [.. pool.Clusters[i].Select(node => MemberOf(image, node))],
                        isTag ? null : merged.Source,
                        plan.Classes.Names[merged.Class]
                    ),
                }
            );
        }

        return result;
    }

    ReviewItem Outvoted(ImageShapes image, List<int> members)
    {
        var share = members.Count / (double)annotators.Count;
        int[] drew = [.. members.Select(node => image.Nodes[node].Annotator).Distinct()];
        var candidates = ImmutableArray.Create(
            new ReviewCandidate(plan.Classes.Names[image.Nodes[members[0]].Class], [.. drew], share),
            new ReviewCandidate(null, [.. Enumerable.Range(0, annotators.Count).Except(drew)], 1 - share)
        );
        return new(
            ReviewKind.Outvoted,
            image.Image,
            null,
            [.. candidates.OrderByDescending(candidate => candidate.Score)],
            [.. members.Select(node => MemberOf(image, node))]
        );
    }

    double ScoreOf(ShapeNode node) =>
        annotators[node.Annotator].Dataset.Annotations.Scores[node.Row] is var score && double.IsNaN(score) ? 1 : score;

    static int GroupOf(ImageShapes image, int node) => Math.Max(0, image.Nodes[node].Unit.First.Group);

    static (int Annotator, int Row) MemberOf(ImageShapes image, int node) =>
        (image.Nodes[node].Annotator, image.Nodes[node].Row);

    /// <summary>What CVAT does with the annotations of one type in one image.</summary>
    /// <param name="Clusters">All clusters.</param>
    /// <param name="Merged">What has the quorum, in the order of clusters.</param>
    /// <param name="Candidates">What votes were counted for: the clusters, or each label of tags.</param>
    sealed record Pool(List<List<int>> Clusters, List<ConsensusObject> Merged, List<List<int>> Candidates);
}
