namespace LabelSpec.Semantics.Types;

/// <summary>What a number without a physical unit stands for.</summary>
public enum ScalarKind
{
    /// <summary>The number has a unit.</summary>
    None,
    Number,
    Count,
    Ratio,
}
