namespace LabelSpec.Engine.Checks.Categories;

/// <summary>How a value of an attribute stands to the type that the guideline gives it.</summary>
enum AttributeVerdict : byte
{
    Fits,

    /// <summary>It cannot be read as the type: a word where a number belongs.</summary>
    WrongType,

    /// <summary>It is none of the values, or does not match the pattern.</summary>
    NotAllowed,

    /// <summary>It is a number outside the range.</summary>
    OutOfRange,
}
