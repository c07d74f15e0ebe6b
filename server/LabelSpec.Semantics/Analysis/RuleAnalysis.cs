using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Analysis;

/// <summary>Finds rules that can never apply, and requirements that can never fail or never hold.</summary>
internal static class RuleAnalysis
{
    public static void Check(RuleSymbol rule, DiagnosticBag bag)
    {
        if (!CheckBinder(rule, bag))
        {
            return;
        }
        var facts = Facts.None;
        if (rule.Where is { } where)
        {
            _ = ConditionAnalysis.ReportInner(where, facts, bag);
            switch (TruthEvaluator.TruthOf(where, facts))
            {
                case Truth.CanBeFalse or Truth.Neither:
                    bag.Report(
                        SemanticDiagnostics.NeverApplies,
                        where.Span,
                        $"No data can satisfy this condition, so `{rule.Name}` never applies: check the limits and values in it"
                    );
                    return;
                case Truth.CanBeTrue:
                    bag.Report(
                        SemanticDiagnostics.AlwaysTrue,
                        where.Span,
                        "This is true for all data: the condition changes nothing"
                    );
                    break;
                default:
                    break;
            }
            facts = facts.Assume(where, true);
        }
        foreach (var exception in rule.Exceptions)
        {
            if (!CheckException(rule, exception, facts, bag))
            {
                return;
            }
            facts = facts.Assume(exception.Condition, false);
        }
        foreach (var assertion in rule.Assertions)
        {
            CheckAssertion(assertion, facts, bag);
        }
    }

    private static bool CheckBinder(RuleSymbol rule, DiagnosticBag bag)
    {
        var isFine = true;
        foreach (var variable in VariablesOf(rule.Binder))
        {
            if (variable.Classes.IsEmpty)
            {
                bag.Report(
                    SemanticDiagnostics.NeverApplies,
                    variable.NameSpan,
                    $"No annotation can be `{variable.Name}`: `{variable.Classes}` holds no class that annotations can have, so `{rule.Name}` never applies"
                );
                isFine = false;
            }
        }
        return isFine;
    }

    public static IEnumerable<VariableSymbol> VariablesOf(RuleBinder binder) =>
        binder switch
        {
            EachBinder each => [each.Variable],
            OrderedPairBinder pair => [pair.First, pair.Second],
            UnorderedPairBinder pair => [pair.First, pair.Second],
            StepBinder step => [step.From, step.To],
            TrackBinder track => [track.Variable],
            GroupBinder group => [group.Variable],
            _ => [],
        };

    private static bool CheckException(RuleSymbol rule, RuleException exception, Facts facts, DiagnosticBag bag)
    {
        if (ConditionAnalysis.ReportInner(exception.Condition, facts, bag))
        {
            return true;
        }
        switch (TruthEvaluator.TruthOf(exception.Condition, facts))
        {
            case Truth.CanBeTrue:
                bag.Report(
                    SemanticDiagnostics.NeverApplies,
                    exception.Span,
                    $"This exception holds for all data that the rule speaks of, so `{rule.Name}` never applies"
                );
                return false;
            case Truth.CanBeFalse:
                bag.Report(
                    SemanticDiagnostics.NeverTrue,
                    exception.Condition.Span,
                    "This exception never holds for the data that the rule speaks of: remove it, or check the limits and values in it",
                    tags: DiagnosticTags.Unnecessary
                );
                return true;
            default:
                return true;
        }
    }

    private static void CheckAssertion(RuleAssertion assertion, Facts facts, DiagnosticBag bag)
    {
        if (ConditionAnalysis.ReportInner(assertion.Condition, facts, bag))
        {
            return;
        }
        var truth = TruthEvaluator.TruthOf(assertion.Condition, facts);
        var (never, always) = assertion.IsForbidden
            ? (Truth.CanBeFalse, Truth.CanBeTrue)
            : (Truth.CanBeTrue, Truth.CanBeFalse);
        if (truth == never)
        {
            bag.Report(
                SemanticDiagnostics.NeverFails,
                assertion.Span,
                assertion.IsForbidden
                    ? "No data can do what is forbidden here, so this is never violated: check the limits and values in it"
                    : "All data satisfies this, so it is never violated: check the limits and values in it"
            );
        }
        else if (truth == always)
        {
            bag.Report(
                SemanticDiagnostics.NeverHolds,
                assertion.Span,
                assertion.IsForbidden
                    ? "Everything that the rule speaks of does what is forbidden here, so this is always violated: check the limits and values in it"
                    : "Nothing that the rule speaks of can satisfy this, so it is always violated: check the limits and values in it"
            );
        }
    }
}
