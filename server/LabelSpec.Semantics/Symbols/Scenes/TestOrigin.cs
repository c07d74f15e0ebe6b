namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>What a test was written as.</summary>
public enum TestOrigin
{
    /// <summary><c>test "…" { … }</c>: exactly the expected violations must be found.</summary>
    Test,

    /// <summary>An example of a class: nothing may be found.</summary>
    Example,

    /// <summary>A counterexample of a class: something must be found, unless only people can tell.</summary>
    Counterexample,
}
