using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;

namespace LabelSpec.Semantics.Analysis;

/// <summary>Finds conditions that are the same whatever the data is.</summary>
internal static class ConditionAnalysis
{
    /// <summary>Reports a condition that never changes; or, where an inner condition is the cause, that one.</summary>
    /// <returns>Whether anything was reported.</returns>
    public static bool ReportConstant(BoundExpression condition, Facts facts, DiagnosticBag bag)
    {
        if (ReportInner(condition, facts, bag))
        {
            return true;
        }
        switch (TruthEvaluator.TruthOf(condition, facts))
        {
            case Truth.CanBeTrue:
                bag.Report(
                    SemanticDiagnostics.AlwaysTrue,
                    condition.Span,
                    "This is true for all data: the condition changes nothing"
                );
                return true;
            case Truth.CanBeFalse:
                bag.Report(
                    SemanticDiagnostics.NeverTrue,
                    condition.Span,
                    "This is true for no data at all: check the limits and values in it"
                );
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reports the conditions inside of quantifiers, aggregates and <c>if</c> that never change.</summary>
    /// <returns>Whether anything was reported.</returns>
    public static bool ReportInner(BoundExpression expression, Facts facts, DiagnosticBag bag)
    {
        if (expression is BoundLetCall)
        {
            // The body is read for every use; what is constant in one need not be so in another.
            return false;
        }
        var condition = expression switch
        {
            BoundQuantifier quantifier => quantifier.Where,
            BoundAggregate aggregate => aggregate.Where,
            BoundConditional conditional => conditional.Condition,
            _ => null,
        };
        var found = condition is not null && ReportConstant(condition, facts, bag);
        foreach (var child in BoundChildren.Of(expression))
        {
            found |= child != condition && ReportInner(child, facts, bag);
        }
        return found;
    }
}
