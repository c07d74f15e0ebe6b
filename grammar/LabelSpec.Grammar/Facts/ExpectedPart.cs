namespace LabelSpec.Grammar.Facts;

/// <summary>What can follow at a place, beside words of the language.</summary>
public enum ExpectedPart
{
    /// <summary>Something without a kind of its own: a number, a text, a new name.</summary>
    Other,
    Expression,

    /// <summary>An expression may go on: words are those of <see cref="WordPosition.Operator"/>.</summary>
    Operator,

    /// <summary>A name behind a dot.</summary>
    Member,
    Class,
    Attribute,

    /// <summary>A value of an attribute that is being declared.</summary>
    Value,

    /// <summary>The value that an attribute is given.</summary>
    Default,

    /// <summary>The type of an attribute.</summary>
    Type,

    /// <summary>A kind of shape.</summary>
    Shape,

    /// <summary>The unit of an attribute that is a number.</summary>
    Unit,

    /// <summary>The <c>x</c> between the two lengths of a size.</summary>
    Times,

    /// <summary>A shape with its coordinates.</summary>
    Geometry,
    Skeleton,
    Keypoint,

    /// <summary>A known variable.</summary>
    Variable,
    Rule,
    Check,

    /// <summary>An annotation of the test.</summary>
    Annotation,
    Metric,

    /// <summary>A class or value that takes the place of another one.</summary>
    Replacement,
}
