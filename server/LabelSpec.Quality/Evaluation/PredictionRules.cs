using System.Collections.Immutable;
using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Evaluation;

/// <summary>How often predictions break the rules of a guideline: what a person may not draw, a model should not either.</summary>
static class PredictionRules
{
    // Checks of annotations; those of pictures and of whole data sets say nothing about a model.
    const string ChecksOfAnnotations = "LS3";

    /// <exception cref="OperationCanceledException">The judging was cancelled.</exception>
    public static ImmutableArray<RuleTally> Count(
        PredictedImages predictions,
        Guideline guideline,
        double lowestScore,
        int threads,
        CancellationToken cancellation
    )
    {
        var file = new MemoryStream();
        CocoWriter.Write(predictions.DocumentFrom(lowestScore), file);
        var result = Analysis.Run(
            new(DatasetReader.Read([new ReadInput("predictions.json", file.ToArray())], null, null, cancellation))
            {
                Guideline = guideline,
                Threads = threads,
                Cancellation = cancellation,
            }
        );
        return
        [
            .. result.Rules.Where(rule =>
                !rule.Rule.StartsWith("LS", StringComparison.Ordinal)
                || (rule.Rule.StartsWith(ChecksOfAnnotations, StringComparison.Ordinal) && rule.Violated > 0)
            ),
        ];
    }
}
