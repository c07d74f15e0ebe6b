using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Agreement.Evidence;

/// <summary>All that is known of one image.</summary>
public sealed record ImageEvidence
{
    public required string Name { get; init; }

    /// <summary>The name with its sequence, which no other image has.</summary>
    public required string Key { get; init; }

    /// <summary>For each annotator whether they were asked to look at it.</summary>
    public required bool[] Looked { get; init; }

    public required ImmutableArray<UnitEvidence> Units { get; init; }

    /// <summary>The same at each threshold of the curve.</summary>
    public required ImmutableArray<ImmutableArray<UnitEvidence>> Curve { get; init; }

    /// <summary>For every two annotators; null where one of them did not look.</summary>
    public required ImmutableArray<PairEvidence?> Pairs { get; init; }

    public required ImmutableArray<AttributeEvidence> Attributes { get; init; }

    public int LookedAt => Looked.Count(looked => looked);

    /// <summary>
    /// What everybody said about each unit. An image that all left empty is one unit of nothing: to agree that there is
    /// nothing is to agree, once.
    /// </summary>
    public IEnumerable<int[]> Cells(ImmutableArray<UnitEvidence> units) =>
        units.IsEmpty
            ?
            [
                [.. Looked.Select(looked => looked ? UnitAnswer.Nothing : RatingTable.Missing)],
            ]
            : units.Select(unit => unit.Codes(Looked));

    internal ImageEvidence Renumbered(int[] classes) =>
        this with
        {
            Units = [.. Units.Select(unit => unit.Renumbered(classes))],
            Curve = [.. Curve.Select(at => at.Select(unit => unit.Renumbered(classes)).ToImmutableArray())],
        };
}
