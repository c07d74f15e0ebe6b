namespace LabelSpec.Semantics.Functions;

/// <summary>What an argument may be.</summary>
public enum ParameterKind
{
    Annotation,

    /// <summary>An annotation or a point.</summary>
    Place,

    /// <summary>A number of any unit; all such arguments of one call must have compatible units.</summary>
    Number,
    Pixels,
    Degrees,
    Text,

    /// <summary>The name of a class, or several joined by <c>|</c>.</summary>
    Classes,

    /// <summary>A member or an attribute of the annotation that a <c>step</c> arrives at, or goes out from.</summary>
    StepMember,
}
