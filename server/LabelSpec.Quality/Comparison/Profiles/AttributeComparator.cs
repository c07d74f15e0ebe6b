namespace LabelSpec.Quality.Comparison;

public enum AttributeComparator
{
    /// <summary>Equal values; numbers and truth values are equal however they are written.</summary>
    Exact,

    /// <summary>Numbers that differ by no more than a tolerance.</summary>
    Number,

    /// <summary>Texts whose edit distance is small for their length.</summary>
    Levenshtein,

    /// <summary>Not compared.</summary>
    Off,
}
