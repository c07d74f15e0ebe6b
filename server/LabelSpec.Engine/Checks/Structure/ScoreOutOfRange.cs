using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Structure;

/// <summary>Scores are confidences from 0 to 1; percent and logits rank, but calibration and thresholds fail on them.</summary>
sealed class ScoreOutOfRange(CheckContext context) : ColumnCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3006", "score_out_of_range", "Score is not between 0 and 1", Severity.Warning);

    public override void Judge(int first, int end, CheckReport report)
    {
        var scores = Rows.Scores;
        if (!scores.IsPresent)
            return;
        for (var row = first; row < end; row++)
        {
            if (double.IsNaN(scores[row]) || Facts.Conventions.ScoresRank(Rows.FileOf(row)))
                continue;
            report.Judged();
            if (scores[row] is < 0 or > 1)
                report.Violated(Violation.OfAnnotation(row));
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var score = Rows.Scores[violation.Subject];
        return new($"The score {new DecidingValue("", score).Display} is not between 0 and 1.")
        {
            Field = Field.Score,
            Values = [new DecidingValue("score", score)],
        };
    }
}
