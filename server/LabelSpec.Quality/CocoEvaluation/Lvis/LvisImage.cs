using System.Collections.Immutable;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>What LVIS says about an image: most categories were never looked for in it.</summary>
/// <param name="AbsentCategories">Indexes of categories that are known to be absent (<c>neg_category_ids</c>).</param>
/// <param name="IncompleteCategories">
/// Indexes of categories of which not every object is annotated (<c>not_exhaustive_category_ids</c>).
/// </param>
public sealed record LvisImage(ImmutableArray<int> AbsentCategories, ImmutableArray<int> IncompleteCategories)
{
    public static LvisImage Unknown { get; } = new([], []);
}
