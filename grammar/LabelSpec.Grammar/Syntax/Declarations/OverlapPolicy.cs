namespace LabelSpec.Grammar.Syntax;

/// <summary>How far shapes may overlap.</summary>
public enum OverlapPolicy
{
    Allowed,
    None,
    Below,
}
