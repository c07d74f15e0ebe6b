namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>The forms in which a guideline can state a rule.</summary>
public enum RuleOriginKind
{
    /// <summary><c>rule NAME { … }</c></summary>
    Rule,
    Size,
    Area,
    Aspect,
    Count,
    Points,

    /// <summary>Another quantity: width, height, side, perimeter, angle, holes, components.</summary>
    Limit,
    Part,
    Overlap,
    Distinguish,
    RequiredWhen,
    OnlyWhen,
    Constant,
}
