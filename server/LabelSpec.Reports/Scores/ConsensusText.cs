using LabelSpec.Quality.Consensus;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports.Scores;

/// <summary>What was decided and what was not, for people.</summary>
public static class ConsensusText
{
    const int MostReviewItems = 20;

    public static void Write(ConsensusResult result, ReportContext context, Stream output)
    {
        using var writer = ScoreText.Open(output);
        var palette = new Palette(context.Colour);
        ScoreText.WriteFindings(writer, [.. result.Findings.Take(MostReviewItems)], context);
        if (result.Findings.Length > MostReviewItems)
            writer.WriteLine(
                $"… {Count.Of(result.Findings.Length - MostReviewItems)} more (--format json lists all)\n"
            );
        writer.WriteLine(
            $"{Count.Of(result.Objects.Length, "object")} in {Count.Of(result.Images.Length, "image")} of "
                + $"{Count.Of(result.Annotators.Length, "annotator")} by {ConsensusWords.Of(result.Settings.Method)}"
        );
        foreach (var group in result.Review.GroupBy(item => item.Kind).OrderBy(group => group.Key))
            writer.WriteLine($"{Count.Of(group.Count())} to review: {WordsFor(group.Key)}");
        writer.WriteLine();
        var table = new TextTable("annotator", "skill");
        for (var i = 0; i < result.Annotators.Length; i++)
            table.Add(Printable.Of(result.Annotators[i]), ScoreText.Of(result.Skills[i]));
        table.Write(writer, palette);
    }

    static string WordsFor(ReviewKind kind) =>
        kind switch
        {
            ReviewKind.Outvoted => "drawn by too few, left out",
            ReviewKind.Attribute => "attribute without a majority, left out",
            _ => "no answer has the quorum, left out",
        };
}
