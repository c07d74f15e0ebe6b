using System.Collections.Immutable;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Agreement;

/// <summary>What makes the agreement of these annotators doubtful.</summary>
static class AgreementFindings
{
    public static ImmutableArray<Finding> Of(
        IReadOnlyList<AnnotatorWork> annotators,
        SharedImages images,
        UnitSet units
    )
    {
        List<Finding> findings = [];
        if (annotators.Count < 2)
            findings.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.OneAnnotator,
                    "There is one annotator only, who has nobody to agree with.",
                    annotators[0].Dataset
                )
            );
        foreach (var (annotator, index) in annotators.Select((annotator, i) => (annotator, i)))
        {
            var shared = Enumerable
                .Range(0, images.Count)
                .Count(image => images.RowOf(image, index) >= 0 && images.LookedAt(image) > 1);
            var own = Enumerable.Range(0, images.Count).Count(image => images.RowOf(image, index) >= 0);
            if (annotators.Count < 2)
                break;
            if (shared == 0)
                findings.Add(
                    ScoreFinding.OfDataset(
                        ScoreProblems.NothingShared,
                        $"{annotator.Name} looked at no image that anybody else looked at: images are recognised by file "
                            + "name, or by id where there are no names.",
                        annotator.Dataset
                    )
                );
            else if (shared < own)
                findings.Add(
                    ScoreFinding.OfDataset(
                        ScoreProblems.OtherImages,
                        $"{own - shared} of {own} images of {annotator.Name} were seen by nobody else and say nothing "
                            + "about agreement.",
                        annotator.Dataset
                    )
                );
        }

        if (annotators.Count > 0 && units.Units.IsEmpty)
            findings.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.NoObjects,
                    "Nobody drew anything: there is no object to agree on.",
                    annotators[0].Dataset
                )
            );
        return [.. findings];
    }
}
