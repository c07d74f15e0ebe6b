using LabelSpec.Engine.Rules.Judging;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Rules.Pairs;

/// <summary>A rule over pairs of annotations of one image.</summary>
/// <param name="rule">What is judged.</param>
/// <param name="first">Slot and classes of the annotation bound first.</param>
/// <param name="second">Slot and classes of the other one.</param>
/// <param name="isOrdered">Whether both ways round are bindings of their own.</param>
/// <param name="isSymmetric">Whether exchanging the two changes nothing.</param>
sealed class PairRule(CompiledRule rule, PairEnd first, PairEnd second, bool isOrdered, bool isSymmetric, PairPlan plan)
{
    public CompiledRule Rule => rule;

    public PairEnd First => first;

    public PairEnd Second => second;

    public bool IsOrdered => isOrdered;

    public PairPlan Plan => plan;

    /// <summary>Judges two annotations in the ways round that their classes allow, and counts.</summary>
    /// <param name="a">The one that stands first in the data.</param>
    /// <param name="forward">Whether a may be bound first.</param>
    /// <param name="backward">Whether b may be bound first.</param>
    public void Judge(Frame frame, ViolationLog log, int a, int b, bool forward, bool backward)
    {
        if (isOrdered)
        {
            if (forward)
                Leave(frame, log, Outcome(frame, a, b), a, b);
            if (backward)
                Leave(frame, log, Outcome(frame, b, a), b, a);
            return;
        }
        // An unordered pair is one binding; where the ways round differ, the worse one counts.
        var outcome = forward ? Outcome(frame, a, b) : RuleOutcome.NotApplicable;
        if (!backward || outcome == RuleOutcome.Violated || forward && isSymmetric)
        {
            Leave(frame, log, outcome, a, b);
            return;
        }
        var other = Outcome(frame, b, a);
        if (other == RuleOutcome.Violated)
            Leave(frame, log, other, b, a);
        else
            Leave(frame, log, RuleOutcomes.Worse(outcome, other), a, b);
    }

    /// <summary>Counts pairs whose outcome is known without looking at them; none of them violates the rule.</summary>
    public void LeaveUnseen(ViolationLog log, RuleOutcome outcome, long times)
    {
        if (outcome == RuleOutcome.Satisfied)
            log.Satisfied(rule.Source, times);
        else if (outcome == RuleOutcome.Undecidable)
            log.Undecidable(rule.Source, times);
    }

    void Leave(Frame frame, ViolationLog log, RuleOutcome outcome, int a, int b)
    {
        switch (outcome)
        {
            case RuleOutcome.Satisfied:
                log.Satisfied(rule.Source);
                break;
            case RuleOutcome.Undecidable:
                log.Undecidable(rule.Source, Violation.OfPair(a, b));
                break;
            case RuleOutcome.Violated:
                log.CountViolated(rule.Source);
                frame.Partners.Add(a, b);
                break;
        }
    }

    RuleOutcome Outcome(Frame frame, int a, int b)
    {
        frame.PairsEvaluated++;
        frame.Slots[first.Slot] = a;
        frame.Slots[second.Slot] = b;
        return rule.Judge(frame);
    }
}

/// <summary>One of the two annotations of a pair: the slot of its variable, and its set of classes.</summary>
readonly record struct PairEnd(int Slot, int Set);
