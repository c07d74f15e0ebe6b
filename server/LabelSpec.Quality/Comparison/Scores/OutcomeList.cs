using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>The outcomes of one image: pairs, then what is missing and extra without lying in ignored regions.</summary>
sealed class OutcomeList
{
    public OutcomeList(IgnoredRegions ignored, List<MatchedShapes> pairs, List<PoolMatch> matches)
    {
        var all = ImmutableArray.CreateBuilder<Outcome>(pairs.Count);
        foreach (var (truth, work, match, pair) in pairs)
            all.Add(new(truth.Row, work.Row, truth.Label, work.Label, pair.Similarity, truth.Area, match.Pool));
        foreach (var match in matches)
        {
            foreach (var (unit, shape) in match.Missing)
            foreach (var member in shape.Members)
                if (!ignored.Hold(member))
                {
                    var nearest = match.Table.NearestOfTruth(unit);
                    all.Add(new(member.Row, -1, member.Label, -1, nearest.Similarity, member.Area, match.Pool));
                    Missing.Add((member, match, nearest));
                }

            foreach (var (unit, shape) in match.Extra)
            foreach (var member in shape.Members)
                if (!ignored.Hold(member))
                {
                    var nearest = match.Table.NearestOfWork(unit);
                    all.Add(new(-1, member.Row, -1, member.Label, nearest.Similarity, member.Area, match.Pool));
                    Extra.Add((member, match, nearest));
                }
        }

        All = all.DrainToImmutable();
    }

    public ImmutableArray<Outcome> All { get; }

    /// <summary>Annotations of the ground truth without partner, with the unit of the work that is most alike.</summary>
    public List<(ComparedShape Shape, PoolMatch Match, (int Unit, double Similarity) Nearest)> Missing { get; } = [];

    /// <summary>Annotations of the work without partner, with the unit of the ground truth that is most alike.</summary>
    public List<(ComparedShape Shape, PoolMatch Match, (int Unit, double Similarity) Nearest)> Extra { get; } = [];
}
