using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.Evaluation;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.PanopticQuality;

/// <summary>
/// Panoptic quality of two data sets with masks or polygons: the shapes of an image are painted over each other in file order,
/// and what is seen of them are its segments.
/// </summary>
public static class PanopticEvaluation
{
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    public static PanopticReport Evaluate(
        Dataset truth,
        Dataset predictions,
        CocoMode mode = CocoMode.Strict,
        CancellationToken cancellation = default
    )
    {
        var problems = new CocoInputProblemLog();
        var index = new ImageAndCategoryIndex(truth, problems);
        index.CompareImages(predictions, problems);
        var totals = new PanopticTotals(index.CategoryNames.Length);
        var right = new PanopticSide(truth, truth.Images, index, problems, isPredictions: false)
        {
            UsesStatedAreas = mode == CocoMode.Strict,
        };
        var said = new PanopticSide(predictions, truth.Images, index, problems, isPredictions: true);
        for (var image = 0; image < index.ImageKeys.Length; image++)
        {
            cancellation.ThrowIfCancellationRequested();
            var size = right.SizeOf(image) ?? said.SizeOf(image) ?? (0, 0);
            var (truthMap, truthSegments) = right.Paint(image, size);
            var (predictedMap, predictedSegments) = said.Paint(image, size);
            if (
                PanopticEvaluator.AddImage(
                    truthMap.Pixels,
                    truthSegments,
                    predictedMap.Pixels,
                    predictedSegments,
                    totals
                ) is
                { } problem
            )
                throw new InvalidOperationException($"Painted maps contradict their segments: {problem}.");
        }

        return new()
        {
            Images = index.ImageKeys.Length,
            Categories = [.. index.CategoryNames],
            IsThing = [.. index.CategoryNames.Select(name => IsThing(truth, name))],
            Totals = totals,
            Findings = [.. Findings(problems, right, said, truth, predictions)],
        };
    }

    static bool? IsThing(Dataset truth, string category)
    {
        for (var d = 0; d < truth.Categories.Declarations.Length; d++)
            if (truth.Categories.NameOf(truth.Categories.OfDeclaration(d)) == category)
                return truth.Categories.Declarations[d].IsThing;
        return null;
    }

    static IEnumerable<Finding> Findings(
        CocoInputProblemLog problems,
        PanopticSide right,
        PanopticSide said,
        Dataset truth,
        Dataset predictions
    )
    {
        foreach (var problem in problems.ToProblems())
            yield return EvaluationFindings.Of(problem, problem.IsInPredictions ? predictions : truth);
        if (right.Count == 0)
            yield return ScoreFinding.OfDataset(
                ScoreProblems.NoObjects,
                "The ground truth has no segments: nothing can be measured.",
                truth
            );
        if (said.Count == 0)
            yield return ScoreFinding.OfDataset(
                ScoreProblems.NoObjects,
                "There are no predicted segments that could be evaluated: nothing can be found.",
                predictions
            );
    }
}
