namespace LabelSpec.Quality.Consensus;

/// <summary>What votes did not decide.</summary>
public enum ReviewKind
{
    /// <summary>No answer has the quorum, "nothing there" included.</summary>
    NoMajority,

    /// <summary>"Nothing there" has it: the object was left out, and somebody drew it all the same.</summary>
    Outvoted,

    /// <summary>No value of an attribute has it; the attribute was left out.</summary>
    Attribute,
}
