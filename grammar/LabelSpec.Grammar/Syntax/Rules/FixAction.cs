namespace LabelSpec.Grammar.Syntax;

/// <summary>The fixes that take annotations only.</summary>
public enum FixAction
{
    Remove,
    Clip,
    Merge,
    Fill,
}
