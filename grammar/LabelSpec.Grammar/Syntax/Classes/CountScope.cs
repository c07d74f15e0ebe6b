namespace LabelSpec.Grammar.Syntax;

/// <summary>What a count is taken over.</summary>
public enum CountScope
{
    Image,
    Track,
    Dataset,
}
