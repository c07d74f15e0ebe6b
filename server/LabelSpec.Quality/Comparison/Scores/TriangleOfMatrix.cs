namespace LabelSpec.Quality.Comparison;

/// <summary>
/// CVAT asks whether a triangle of the frame's confusion matrix is empty, its diagonal included, so that frames whose only
/// entries are label mismatches may pass for empty (comparison_report.py, <c>empty_is_annotated</c>).
/// </summary>
sealed class TriangleOfMatrix : IEmptyImages
{
    public EmptySides Of(IReadOnlyCollection<Outcome> outcomes, int labels)
    {
        return (outcomes.Any(outcome => Row(outcome) >= Column(outcome)) ? EmptySides.None : EmptySides.Truth)
            | (outcomes.Any(outcome => Row(outcome) <= Column(outcome)) ? EmptySides.None : EmptySides.Work);

        int Row(Outcome outcome) => outcome.WorkLabel < 0 ? labels : outcome.WorkLabel;

        int Column(Outcome outcome) => outcome.TruthLabel < 0 ? labels : outcome.TruthLabel;
    }
}
