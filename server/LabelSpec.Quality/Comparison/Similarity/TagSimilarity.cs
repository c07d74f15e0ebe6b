namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Tags: 1 where the labels are equal, else 0.5, so that tags that are left over pair up as wrong labels
/// (CVAT, quality_reports.py, <c>match_tags</c>).
/// </summary>
sealed class TagSimilarity : ISimilarity
{
    public bool NeedsOverlap => false;

    public double Of(ShapeUnit truth, ShapeUnit work, Canvas canvas) => truth.Label == work.Label ? 1 : 0.5;
}
