using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Consensus.Models;

namespace LabelSpec.Quality.Consensus.Labels;

/// <summary>Answers of people without any shapes: who said what about which item. Names are in the order of the table.</summary>
public sealed record LabelTable(
    ImmutableArray<string> Annotators,
    ImmutableArray<string> Items,
    ImmutableArray<string> Labels,
    LabelVotes Votes
)
{
    /// <summary>
    /// The answers as a table of ratings. Who gave which answer is lost, so that a thousand annotators with ten answers to each
    /// item make ten columns: all coefficients but Cohen's look only at how often each label was given.
    /// </summary>
    public RatingTable Ratings()
    {
        var answers = Items.Select(_ => new List<int>()).ToArray();
        foreach (var vote in Votes.Votes)
            answers[vote.Item].Add(vote.Label);
        var columns = Math.Max(1, answers.Max(of => of.Count));
        var codes = new int[Items.Length * columns];
        Array.Fill(codes, RatingTable.Missing);
        for (var item = 0; item < answers.Length; item++)
            answers[item].CopyTo(codes, item * columns);
        return RatingTable.Nominal(codes, columns, Math.Max(1, Labels.Length));
    }
}
