using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.Problems;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Evaluation;

/// <summary>Says what of the inputs of an evaluation did not take part, with the first place of each kind.</summary>
static class EvaluationFindings
{
    const int NamesShown = 3;

    public static IEnumerable<Finding> Of(CocoInputResult built, Dataset truth, Dataset predictions)
    {
        foreach (var problem in built.Problems)
            yield return Of(problem, problem.IsInPredictions ? predictions : truth);
        if (built.Input.Truths.Count == 0)
            yield return ScoreFinding.OfDataset(
                ScoreProblems.NoObjects,
                "The ground truth has no objects: nothing can be measured, which COCO's numbers say by -1.",
                truth
            );
        foreach (var finding in NoPredictions(built, predictions))
            yield return finding;
    }

    /// <summary>Of the predictions of another model, whose ground truth has been spoken of.</summary>
    public static IEnumerable<Finding> OfOthers(CocoInputResult built, Dataset truth, Dataset others) =>
        built
            .Problems.Where(problem =>
                problem.IsInPredictions || problem.Kind == CocoInputProblemKind.ImageWithoutPredictions
            )
            .Select(problem => Of(problem, problem.IsInPredictions ? others : truth))
            .Concat(NoPredictions(built, others));

    /// <summary>Classes of the ground truth of which a guideline says nothing; none without a guideline.</summary>
    public static IEnumerable<Finding> Of(Guideline? guideline, Dataset truth)
    {
        string[] unknown =
        [
            .. truth.Categories.Names.ToArray().Where(name => guideline?.FindClassByLabel(name) is null),
        ];
        if (guideline is not null && unknown.Length > 0)
            yield return ScoreFinding.OfDataset(
                ScoreProblems.NotInGuideline,
                $"The guideline has no class {string.Join(", ", unknown.Take(NamesShown))}"
                    + $"{(unknown.Length > NamesShown ? ", …" : "")}: its rules say nothing of that.",
                truth
            );
    }

    static IEnumerable<Finding> NoPredictions(CocoInputResult built, Dataset predictions) =>
        built.Input.Detections.Count > 0
            ? []
            :
            [
                ScoreFinding.OfDataset(
                    ScoreProblems.NoObjects,
                    "There are no predictions that could be evaluated: nothing can be found.",
                    predictions
                ),
            ];

    public static IEnumerable<Finding> Of(LvisFacts facts, Dataset truth) =>
        facts.Problems.Select(problem =>
            ScoreFinding.OfPlace(ScoreProblems.LvisFact, problem.Message, truth, problem.Place)
        );

    public static Finding Of(CocoInputProblem problem, Dataset dataset)
    {
        var (kind, message) = Say(problem, dataset);
        return
            problem.Kind
                is CocoInputProblemKind.DuplicateImage
                    or CocoInputProblemKind.ImageWithoutPredictions
                    or CocoInputProblemKind.ImageWithoutTruth
            ? ScoreFinding.OfImage(kind, message, dataset, problem.FirstRow)
            : ScoreFinding.OfAnnotation(kind, message, dataset, problem.FirstRow);
    }

    static (ScoreProblemKind Kind, string Message) Say(CocoInputProblem problem, Dataset dataset)
    {
        var row = problem.FirstRow;
        var rows = dataset.Annotations;
        string what = problem.IsInPredictions ? "prediction" : "object",
            count = problem.Count == 1 ? $"1 {what}" : $"{problem.Count} {what}s";
        return problem.Kind switch
        {
            CocoInputProblemKind.UnknownImage => (
                ScoreProblems.UnknownImage,
                $"{count}, first for image {NameOfImage()}: the ground truth has no such image. Left out of the score."
            ),
            CocoInputProblemKind.UnknownCategory => (
                ScoreProblems.UnknownCategory,
                $"{count}, first of class {NameOfCategory()}: the ground truth has no such class. Left out of the score."
            ),
            CocoInputProblemKind.NoScore => (
                ScoreProblems.NoScore,
                $"{count} without a confidence from which to rank: a prediction needs a number as \"score\". "
                    + "Left out of the score."
            ),
            CocoInputProblemKind.NoGeometry => (
                ScoreProblems.NoGeometry,
                $"{count} without the shape that is compared: nothing can match."
            ),
            CocoInputProblemKind.NoArea => (
                ScoreProblems.NoArea,
                $"{count} without an area: that of the box tells the size class."
            ),
            CocoInputProblemKind.IdZero => (
                ScoreProblems.IdZero,
                "An object with annotation id 0 is never found by pycocotools, and so not here; --mode corrected counts it."
            ),
            CocoInputProblemKind.DuplicateId => (
                ScoreProblems.DuplicateId,
                $"{count} with the id of an earlier one: pycocotools takes the last of them for each, and so does this "
                    + "evaluation; --mode corrected takes each as it is."
            ),
            CocoInputProblemKind.DuplicateImage => (
                ScoreProblems.DuplicateImage,
                "Two images have one id: they are evaluated as one image."
            ),
            CocoInputProblemKind.ImageWithoutPredictions => (
                ScoreProblems.ImageWithoutWork,
                $"{Images()} of the ground truth, first {ScoreFinding.NameOfImage(dataset, row)}, not among those that the "
                    + "predictions list: what is in them counts as missed."
            ),
            CocoInputProblemKind.ImageWithoutTruth => (
                ScoreProblems.ImageWithoutTruth,
                $"{Images()} of the predictions, first {ScoreFinding.NameOfImage(dataset, row)}, not in the ground truth, and "
                    + "without predictions. Left out of the score."
            ),
            CocoInputProblemKind.OtherSize => (
                ScoreProblems.DifferentSize,
                $"{count} with a mask of another size than its image's other masks: nothing can match."
            ),
            _ => (
                ScoreProblems.OtherSkeleton,
                $"{count} whose number of keypoints is not the number of sigmas: nothing can match. "
                    + "Give the sigmas of this skeleton with --sigmas."
            ),
        };

        string Images() => problem.Count == 1 ? "1 image" : $"{problem.Count} images";

        string NameOfImage() =>
            rows.Images[row] >= 0
                ? ScoreFinding.NameOfImage(dataset, rows.Images[row])!
                : dataset.IdTexts.Show(rows.DanglingImageId(row));

        string NameOfCategory() =>
            rows.Categories[row] >= 0
                ? dataset.Categories.NameOf(rows.Categories[row])
                : dataset.IdTexts.Show(rows.DanglingCategoryId(row));
    }
}
