using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.SpecTests;

/// <summary>What the tests of a guideline have shown of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Violated">How many tests had a violation.</param>
/// <param name="Satisfied">How many tests had something that satisfies it.</param>
/// <param name="Undecidable">How many tests had something that it could not decide.</param>
public sealed record RuleCoverage(RuleSymbol Rule, int Violated, int Satisfied, int Undecidable)
{
    public bool IsNeverViolated => Violated == 0;

    public bool IsNeverSatisfied => Satisfied == 0;
}
