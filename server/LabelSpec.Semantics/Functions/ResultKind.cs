namespace LabelSpec.Semantics.Functions;

/// <summary>What a function gives.</summary>
public enum ResultKind
{
    Bool,
    Ratio,
    Count,
    Pixels,
    Degrees,

    /// <summary>A number in the unit of the arguments.</summary>
    SameUnit,

    /// <summary>A number in the square root of the unit of the argument.</summary>
    RootOfUnit,
}
