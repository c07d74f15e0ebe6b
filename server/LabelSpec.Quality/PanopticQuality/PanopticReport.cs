using System.Collections.Immutable;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Quality.PanopticQuality;

/// <summary>Panoptic quality of predictions, of all categories and of each.</summary>
public sealed record PanopticReport
{
    /// <summary>Images of the ground truth.</summary>
    public required int Images { get; init; }

    /// <summary>In the order of <see cref="Totals"/>.</summary>
    public required ImmutableArray<string> Categories { get; init; }

    /// <summary>For each category whether it is of things or of stuff; null where the ground truth does not say.</summary>
    public required ImmutableArray<bool?> IsThing { get; init; }

    public required PanopticTotals Totals { get; init; }

    /// <summary>What of the inputs did not take part.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The mean over categories that occur; NaN for none.</summary>
    public PanopticScore All => Totals.Mean(Enumerable.Range(0, Categories.Length));

    /// <summary>The mean over things or stuff that occurs; NaN for none.</summary>
    public PanopticScore Of(bool things) => Totals.Mean(CategoriesOf(things));

    public IEnumerable<int> CategoriesOf(bool things) =>
        Enumerable.Range(0, Categories.Length).Where(category => IsThing[category] == things);

    /// <summary>How many of some categories occur on either side.</summary>
    public int Occurring(IEnumerable<int> categories) =>
        categories.Count(category => !double.IsNaN(Totals.Score(category).Pq));
}
