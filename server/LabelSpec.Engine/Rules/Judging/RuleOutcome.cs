using LabelSpec.Engine.Rules.Values;

namespace LabelSpec.Engine.Rules.Judging;

/// <summary>How a rule went for one binding.</summary>
enum RuleOutcome
{
    /// <summary>The rule does not speak of it: its condition is false, or what fails is excused by an exception.</summary>
    NotApplicable,
    Satisfied,
    Undecidable,
    Violated,
}

static class RuleOutcomes
{
    /// <param name="applies">Whether the rule's condition holds.</param>
    /// <param name="holds">Whether all that is required holds and nothing forbidden does.</param>
    /// <param name="excused">Whether an exception holds; it only matters where something fails.</param>
    public static RuleOutcome Of(Truth applies, Truth holds, Truth excused) =>
        applies == Truth.False ? RuleOutcome.NotApplicable
        : holds == Truth.True ? RuleOutcome.Satisfied
        : excused == Truth.True ? RuleOutcome.NotApplicable
        : applies == Truth.True && holds == Truth.False && excused == Truth.False ? RuleOutcome.Violated
        : RuleOutcome.Undecidable;

    /// <summary>The outcome that a whole range of values has in common, or null.</summary>
    public static RuleOutcome? Of(TruthRange applies, TruthRange holds, TruthRange excused)
    {
        RuleOutcome? common = null;
        for (var a = (int)applies.Low; a <= (int)applies.High; a++)
        for (var h = (int)holds.Low; h <= (int)holds.High; h++)
        for (var e = (int)excused.Low; e <= (int)excused.High; e++)
        {
            var outcome = Of((Truth)a, (Truth)h, (Truth)e);
            if (common is not null && common != outcome)
                return null;
            common = outcome;
        }
        return common;
    }

    /// <summary>The outcome for a pair that is bound both ways round: the worse of the two.</summary>
    public static RuleOutcome Worse(RuleOutcome one, RuleOutcome other) => one > other ? one : other;
}
