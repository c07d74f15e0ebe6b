namespace LabelSpec.Semantics.Symbols.Scenes;

public enum ExpectationKind
{
    Violation,

    /// <summary>The rule cannot tell, as something is missing.</summary>
    Undecided,

    /// <summary>No violation.</summary>
    Nothing,
}
