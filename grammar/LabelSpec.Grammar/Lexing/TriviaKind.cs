namespace LabelSpec.Grammar.Lexing;

/// <summary>What stands between tokens.</summary>
public enum TriviaKind : byte
{
    Whitespace,
    NewLine,
    LineComment,
    BlockComment,

    /// <summary>One line that begins with exactly three slashes.</summary>
    DocComment,
}
