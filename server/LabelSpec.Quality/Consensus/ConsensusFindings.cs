using System.Collections.Immutable;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Consensus;

/// <summary>What a person has to decide, with the place of the first annotation concerned.</summary>
static class ConsensusFindings
{
    public static ImmutableArray<Finding> Of(ConsensusResult result) =>
        [.. result.Review.Select(item => Of(item, result))];

    static Finding Of(ReviewItem item, ConsensusResult result)
    {
        var (kind, message) = item.Kind switch
        {
            ReviewKind.NoMajority => (
                ScoreProblems.NoMajority,
                $"No answer has the quorum: {Answers(item, result)}. The object was left out."
            ),
            ReviewKind.Outvoted => (
                ScoreProblems.Outvoted,
                $"Too few drew it: {Answers(item, result)}. The object was left out."
            ),
            _ => (
                ScoreProblems.OpenAttribute,
                $"No value of {item.Attribute} has the quorum: {Answers(item, result)}. The attribute was left out."
            ),
        };
        var (annotator, row) = item.Members[0];
        var finding = ScoreFinding.OfAnnotation(kind, message, result.DatasetOf(item.Image, annotator), row);
        return finding with
        {
            Related =
            [
                .. item
                    .Members.Skip(1)
                    .Select(member =>
                        ScoreFinding.Related(
                            result.DatasetOf(item.Image, member.Annotator),
                            member.Row,
                            $"as {result.Annotators[member.Annotator]} drew it"
                        )
                    ),
            ],
        };
    }

    static string Answers(ReviewItem item, ConsensusResult result) =>
        string.Join(
            ", ",
            item.Candidates.Select(candidate =>
                $"{candidate.Answer ?? "nothing there"} ("
                + string.Join(", ", candidate.Annotators.Select(annotator => result.Annotators[annotator]))
                + ")"
            )
        );
}
