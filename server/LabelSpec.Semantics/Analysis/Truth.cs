namespace LabelSpec.Semantics.Analysis;

/// <summary>What a condition can come to, as far as declared ranges and values tell; unknown is always possible besides.</summary>
[Flags]
internal enum Truth
{
    /// <summary>Neither: what is assumed contradicts itself.</summary>
    Neither = 0,
    CanBeTrue = 1,
    CanBeFalse = 2,
    Either = CanBeTrue | CanBeFalse,
}
