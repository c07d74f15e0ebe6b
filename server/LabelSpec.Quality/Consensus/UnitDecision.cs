using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Consensus;

/// <summary>Decides, object by object, whether it is there, what it is, where it is, and what its attributes are.</summary>
sealed class UnitDecision(
    IReadOnlyList<AnnotatorWork> annotators,
    SharedImages images,
    ClassList classes,
    UnitFinder finder,
    ConsensusSettings settings,
    double[] skills
)
{
    const double Rounding = 1e-12;

    readonly ConsensusAttributes attributes = new(annotators, settings);

    /// <param name="unit">What people drew.</param>
    /// <param name="scores">Share of votes or probability of "nothing there" and of each class.</param>
    /// <param name="objects">Receives what is decided.</param>
    /// <param name="review">Receives what is not.</param>
    public void Decide(Unit unit, double[] scores, List<ConsensusObject> objects, List<ReviewItem> review)
    {
        var ranked = Enumerable.Range(0, scores.Length).OrderByDescending(label => scores[label]).Take(2).ToArray();
        var best = ranked[0];
        var isTie = ranked.Length > 1 && scores[ranked[1]] >= scores[best] - Rounding;
        if (isTie || scores[best] < settings.Quorum - Rounding)
        {
            review.Add(new(ReviewKind.NoMajority, unit.Image, null, Candidates(unit, scores), MembersOf(unit)));
            return;
        }

        if (best == UnitSet.Nothing)
        {
            review.Add(new(ReviewKind.Outvoted, unit.Image, null, Candidates(unit, scores), MembersOf(unit)));
            return;
        }

        var members = MembersOf(unit);
        // Who gave another class may have drawn another part of it: their shape counts only where nobody gave this one.
        List<(int Annotator, int Row)> agreeing =
        [
            .. members.Where(member => unit.Classes[member.Annotator] == best - 1),
        ];
        if (agreeing.Count == 0)
            agreeing.AddRange(members);
        var (decided, open) = attributes.Vote(agreeing, [.. agreeing.Select(WeightOf)]);
        objects.Add(
            Shaped(unit, agreeing) with
            {
                Class = best - 1,
                LabelScore = scores[best],
                Votes = unit.Classes.Count(category => category == best - 1),
                Attributes = decided,
                Members = members,
            }
        );
        foreach (var (name, candidates) in open)
            review.Add(new(ReviewKind.Attribute, unit.Image, name, candidates, members));
    }

    ConsensusObject Shaped(Unit unit, List<(int Annotator, int Row)> members)
    {
        var shapes = finder.Shapes[unit.Image];
        var nodes = NodesOf(shapes, members);
        var chosen = ConsensusShapes.Medoid(shapes, nodes);
        var shaped = new ConsensusObject
        {
            Image = unit.Image,
            Class = -1,
            Source = (shapes.Nodes[chosen].Annotator, shapes.Nodes[chosen].Row),
            LabelScore = 0,
            ShapeScore = ConsensusShapes.Score(shapes, chosen, nodes),
            Votes = 0,
            Looked = images.LookedAt(unit.Image) - unit.Excused.Count(isExcused => isExcused),
            ZOrder = members.Max(ZOrderOf),
            Members = [],
            Attributes = [],
        };
        return settings.AveragesShapes ? Averaged(shaped, shapes, nodes, members) : shaped;
    }

    ConsensusObject Averaged(
        ConsensusObject shaped,
        ImageShapes shapes,
        int[] nodes,
        List<(int Annotator, int Row)> members
    )
    {
        double[] weights = [.. members.Select(WeightOf)];
        if (nodes.All(node => shapes.Nodes[node].Kind == Annotations.Model.ShapeKind.Box))
        {
            var box = ConsensusShapes.MeanBox([.. nodes.Select(node => shapes.Nodes[node].Unit.First.Bounds)], weights);
            return shaped with
            {
                AveragedBox = box,
                ShapeScore = ConsensusShapes.Score(shapes, ConsensusShapes.Drawn(box), nodes),
            };
        }

        if (!nodes.All(node => ConsensusShapes.IsArea(shapes.Nodes[node].Kind)))
            return shaped;
        return ConsensusShapes.MajorityMask(shapes, nodes, weights) is { } mask
            ? shaped with
            {
                AveragedMask = mask,
                ShapeScore = ConsensusShapes.Score(shapes, ConsensusShapes.Drawn(mask), nodes),
            }
            : shaped;
    }

    ImmutableArray<ReviewCandidate> Candidates(Unit unit, double[] scores) =>
        [
            .. Enumerable
                .Range(0, images.Annotators)
                .Where(annotator => images.LookedAt(unit.Image, annotator) && !unit.Excused[annotator])
                .GroupBy(annotator => unit.Rows[annotator] < 0 ? 0 : unit.Classes[annotator] + 1)
                .Select(group => new ReviewCandidate(
                    group.Key == UnitSet.Nothing ? null : classes.Names[group.Key - 1],
                    [.. group],
                    scores[group.Key]
                ))
                .OrderByDescending(candidate => candidate.Score)
                .ThenBy(candidate => candidate.Answer, StringComparer.Ordinal),
        ];

    static int[] NodesOf(ImageShapes shapes, IEnumerable<(int Annotator, int Row)> members) =>
        [.. members.Select(member => shapes.IndexOf(member.Annotator, member.Row))];

    static ImmutableArray<(int Annotator, int Row)> MembersOf(Unit unit) =>
        [.. unit.Rows.Select((row, annotator) => (annotator, row)).Where(member => member.row >= 0)];

    double WeightOf((int Annotator, int Row) member) =>
        settings.Method == ConsensusMethod.Majority || double.IsNaN(skills[member.Annotator])
            ? 1
            : Math.Max(1e-6, skills[member.Annotator]);

    int ZOrderOf((int Annotator, int Row) member) =>
        annotators[member.Annotator].Dataset.Annotations.ZOrders[member.Row];
}
