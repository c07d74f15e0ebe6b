namespace LabelSpec.Quality.Comparison;

/// <summary>Decides which units of the two sides are the same object.</summary>
interface IAssignment
{
    /// <summary>One to one pairs; no pair whose similarity lies below its threshold is among them.</summary>
    List<SimilarPair> Assign(SimilarityTable table);
}
