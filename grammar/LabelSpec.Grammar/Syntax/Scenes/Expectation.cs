namespace LabelSpec.Grammar.Syntax;

/// <summary>What a test expects.</summary>
public enum Expectation
{
    Violation,
    Undecided,
    Nothing,
}
