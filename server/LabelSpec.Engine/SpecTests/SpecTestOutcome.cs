namespace LabelSpec.Engine.SpecTests;

/// <summary>How a test of a guideline went.</summary>
public enum SpecTestOutcome
{
    Passed,
    Failed,

    /// <summary>A counterexample without a rule that could find what is wrong: people are asked instead.</summary>
    ForPeople,
}
