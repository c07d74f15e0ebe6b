namespace LabelSpec.Grammar.Syntax;

/// <summary>Which side a size limit bounds.</summary>
public enum SizeBound
{
    AtLeast,
    AtMost,
}
