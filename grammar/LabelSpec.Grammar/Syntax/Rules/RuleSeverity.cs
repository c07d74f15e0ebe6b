namespace LabelSpec.Grammar.Syntax;

/// <summary>How bad a violation is; <c>Off</c> is for built-in checks.</summary>
public enum RuleSeverity
{
    Error,
    Warning,
    Info,
    Hint,
    Off,
}
