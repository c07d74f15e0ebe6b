using System.Globalization;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Suspects;

/// <summary>Puts suspects into words, with their places in the ground truth.</summary>
static class SuspectFindings
{
    public static Finding Of(Suspect suspect)
    {
        var data = suspect.Data;
        var (kind, message) = Say(suspect);
        var finding =
            suspect.Annotation >= 0
                ? ScoreFinding.OfAnnotation(kind, message, data.Truth, suspect.Annotation)
                : ScoreFinding.OfImage(kind, message, data.Truth, suspect.Image);
        return finding with
        {
            Values =
            [
                new("likelihood", suspect.Likelihood),
                .. double.IsNaN(suspect.ObjectLab) ? [] : new DecidingValue[] { new("objectlab", suspect.ObjectLab) },
                .. suspect.Rules.IsEmpty ? [] : new DecidingValue[] { new("rules", string.Join(", ", suspect.Rules)) },
            ],
            Related =
            [
                .. suspect.Other < 0
                    ? []
                    : new[] { ScoreFinding.Related(data.Truth, suspect.Other, "the annotation that it repeats") },
            ],
            Fingerprint = string.Create(
                CultureInfo.InvariantCulture,
                $"{kind.Code}:{finding.Image}:{finding.Annotation}:{(suspect.Prediction < 0 ? "" : Place(data.Predictions, suspect.Prediction))}"
            ),
        };
    }

    static (ScoreProblemKind, string) Say(Suspect suspect)
    {
        var data = suspect.Data;
        string own = suspect.Annotation < 0 ? "" : ClassOf(data.Truth, suspect.Annotation, data),
            predicted = suspect.Prediction < 0 ? "" : ClassOf(data.Predictions, suspect.Prediction, data);
        var score = suspect.Prediction < 0 ? "" : Number(data.Predictions.Annotations.Scores[suspect.Prediction]);
        return suspect.Kind switch
        {
            SuspectKind.Missing => (
                ScoreProblems.ProbablyMissing,
                $"Probably missing: {predicted} at {Place(data.Predictions, suspect.Prediction)} (score {score})."
            ),
            SuspectKind.Spurious => (
                ScoreProblems.ProbablySpurious,
                $"Probably not there: the model, which finds most of {own}, sees nothing here."
            ),
            SuspectKind.BadlyPlaced => (
                ScoreProblems.ProbablyBadlyPlaced,
                $"Probably badly placed: {own} is predicted at {Place(data.Predictions, suspect.Prediction)} "
                    + $"(score {score}, IoU {Number(suspect.Overlap)})."
            ),
            SuspectKind.Swapped => (
                ScoreProblems.ProbablySwapped,
                $"Probably {predicted} instead of {own} (score {score}, IoU {Number(suspect.Overlap)})."
            ),
            _ => (
                ScoreProblems.ProbablyDuplicate,
                $"Probably drawn twice: {own}, of which the model sees one (score {score}, IoU {Number(suspect.Overlap)})."
            ),
        };
    }

    // Results name classes by the ids of the ground truth.
    static string ClassOf(Dataset dataset, int row, SuspectData data)
    {
        var category = dataset.Annotations.Categories[row];
        if (category >= 0)
            return dataset.Categories.NameOf(category);
        var id = dataset.Annotations.DanglingCategoryId(row);
        for (var declared = 0; declared < data.Truth.Categories.Declarations.Length; declared++)
            if (data.Truth.Categories.Declarations[declared].Id == id)
                return data.Truth.Categories.NameOf(data.Truth.Categories.OfDeclaration(declared));
        return dataset.IdTexts.Show(id);
    }

    static string Place(Dataset dataset, int row)
    {
        var box = dataset.Annotations.Boxes[row];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{box.Left:0.#},{box.Top:0.#} {box.Width:0.#} x {box.Height:0.#}"
        );
    }

    static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
