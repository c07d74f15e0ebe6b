namespace LabelSpec.Grammar.Syntax;

/// <summary>What <c>is</c> can ask of a value.</summary>
public enum Presence
{
    Missing,
    Set,
}
