namespace LabelSpec.Grammar.Formatting;

/// <summary>Whether an empty line stands above a line.</summary>
enum EmptyLines : byte
{
    /// <summary>If the author has put one there.</summary>
    Allowed,

    /// <summary>Not as the first line of the gap; between comments and below them it may.</summary>
    Forbidden,

    /// <summary>Neither as the first line of the gap nor as its last.</summary>
    ForbiddenAround,
    Required,
}
