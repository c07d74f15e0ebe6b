using LabelSpec.Engine.Rules.Compilation;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.Rules.Judging;

/// <summary>A rule as delegates over one data set.</summary>
/// <param name="Symbol">The rule of the guideline.</param>
/// <param name="Source">Its number among the sources of the analysis.</param>
/// <param name="Applies">Whether the rule speaks of what is bound; null is always.</param>
/// <param name="Holds">Whether all that is required holds and nothing forbidden does.</param>
/// <param name="Excused">Whether an exception holds; null is never.</param>
sealed record CompiledRule(RuleSymbol Symbol, int Source, TruthOf? Applies, TruthOf Holds, TruthOf? Excused)
{
    public RuleOutcome Judge(Frame frame)
    {
        var applies = Applies?.Invoke(frame) ?? Truth.True;
        if (applies == Truth.False)
            return RuleOutcome.NotApplicable;
        var holds = Holds(frame);
        return holds == Truth.True
            ? RuleOutcome.Satisfied
            : RuleOutcomes.Of(applies, holds, Excused?.Invoke(frame) ?? Truth.False);
    }

    public static CompiledRule Compile(RuleSymbol rule, int source, ExpressionCompiler compiler)
    {
        var holds = new List<TruthOf>();
        foreach (var assertion in rule.Assertions)
        {
            var condition = compiler.Truth(assertion.Condition);
            holds.Add(assertion.IsForbidden ? frame => Kleene.Not(condition(frame)) : condition);
        }
        var exceptions = new List<TruthOf>();
        foreach (var exception in rule.Exceptions)
        {
            var excused = compiler.Truth(exception.Condition);
            exceptions.Add(frame => Kleene.Not(excused(frame)));
        }
        var unexcused = exceptions.Count == 0 ? null : All(exceptions);
        return new CompiledRule(
            rule,
            source,
            rule.Where is null ? null : compiler.Truth(rule.Where),
            All(holds),
            unexcused is null ? null : frame => Kleene.Not(unexcused(frame))
        );
    }

    static TruthOf All(List<TruthOf> conditions)
    {
        if (conditions.Count == 1)
            return conditions[0];
        TruthOf[] all = [.. conditions];
        return frame =>
        {
            var result = Truth.True;
            foreach (var condition in all)
            {
                result = Kleene.And(result, condition(frame));
                if (result == Truth.False)
                    break;
            }
            return result;
        };
    }
}
