using LabelSpec.Annotations.Model;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>A slice for each of COCO's sizes, by the area that the file states, or else that of the box; the ends belong to both.</summary>
public sealed class SizeSlices : IObjectSlices
{
    /// <summary>What the slices are of, unless the data has an attribute of that name.</summary>
    public const string Name = "size";

    public IEnumerable<ObjectSlice> Of(Dataset truth, int threads, CancellationToken cancellation) =>
        new[] { AreaRange.Small, AreaRange.Medium, AreaRange.Large }.Select(range => new ObjectSlice(
            $"{Name} = {range.Name}",
            Enumerable
                .Range(0, truth.Annotations.Count)
                .Where(row => range.Holds(TruthRows.AreaOf(truth, row)))
                .ToHashSet()
        ));
}
