using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Consensus;

/// <summary>Decides, object by object, whether it is there, what it is, where it is, and what its attributes are.</summary>
sealed class UnitDecision(
    ConsensusPart part,
    ImmutableArray<string> classes,
    ConsensusSettings settings,
    double[] skills
)
{
    const double Rounding = 1e-12;

    readonly IReadOnlyList<AnnotatorWork> annotators = part.Plan.Annotators;
    readonly SharedImages images = part.Plan.Images;
    readonly ConsensusAttributes attributes = new(part.Plan.Annotators, settings);

    /// <summary>The object, null where there is none, and what a person has to decide.</summary>
    /// <param name="unit">What people drew.</param>
    /// <param name="scores">Share of votes or probability of "nothing there" and of each class.</param>
    public (ConsensusObject? Object, ImmutableArray<ReviewItem> Review) Decide(Unit unit, double[] scores)
    {
        var ranked = Enumerable.Range(0, scores.Length).OrderByDescending(label => scores[label]).Take(2).ToArray();
        var best = ranked[0];
        var isTie = ranked.Length > 1 && scores[ranked[1]] >= scores[best] - Rounding;
        if (isTie || scores[best] < settings.Quorum - Rounding)
            return Open(ReviewKind.NoMajority, unit, scores);
        if (best == UnitAnswer.Nothing)
            return Open(ReviewKind.Outvoted, unit, scores);
        var members = MembersOf(unit);
        // Who gave another class may have drawn another part of it: their shape counts only where nobody gave this one.
        List<(int Annotator, int Row)> agreeing =
        [
            .. members.Where(member => unit.Classes[member.Annotator] == best - 1),
        ];
        if (agreeing.Count == 0)
            agreeing.AddRange(members);
        var (decided, open) = attributes.Vote(agreeing, [.. agreeing.Select(WeightOf)]);
        var decision = Shaped(unit, agreeing) with
        {
            Class = best - 1,
            LabelScore = scores[best],
            Votes = unit.Classes.Count(category => category == best - 1),
            Attributes = decided,
            Members = members,
        };
        return (
            decision,
            [
                .. open.Select(each => new ReviewItem(
                    ReviewKind.Attribute,
                    unit.Image,
                    each.Name,
                    each.Candidates,
                    members
                )),
            ]
        );
    }

    (ConsensusObject?, ImmutableArray<ReviewItem>) Open(ReviewKind kind, Unit unit, double[] scores) =>
        (null, [new(kind, unit.Image, null, Candidates(unit, scores), MembersOf(unit))]);

    ConsensusObject Shaped(Unit unit, List<(int Annotator, int Row)> members)
    {
        var shapes = part.Shapes[unit.Image];
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
                .GroupBy(annotator => UnitAnswer.Of(unit, annotator))
                .Select(group => new ReviewCandidate(
                    group.Key == UnitAnswer.Nothing ? null : classes[group.Key - 1],
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
