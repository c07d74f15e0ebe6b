namespace LabelSpec.Grammar.Lexing;

/// <summary>What a token looks like. Whether a word is a keyword is for the grammar to say, by the place it stands at.</summary>
public enum TokenKind : byte
{
    EndOfSegment,

    /// <summary>A name or a keyword.</summary>
    Word,

    /// <summary>A name in backticks.</summary>
    QuotedName,

    /// <summary>A number, with its unit if one is attached: <c>12</c>, <c>64px2</c>, <c>50%</c>.</summary>
    Number,

    /// <summary>A string on one line.</summary>
    String,

    /// <summary>A string between three quotes.</summary>
    BlockString,
    Color,
    OpenBrace,
    CloseBrace,
    OpenParen,
    CloseParen,
    Comma,
    Colon,
    Semicolon,
    Dot,

    /// <summary><c>..</c></summary>
    DotDot,
    Equals,

    /// <summary><c>==</c></summary>
    EqualsEquals,

    /// <summary><c>!=</c></summary>
    NotEquals,
    Less,
    LessEquals,
    Greater,
    GreaterEquals,
    Plus,
    Minus,
    Star,
    Slash,
    Bar,

    /// <summary><c>-&gt;</c></summary>
    Arrow,

    /// <summary><c>&lt;-&gt;</c></summary>
    BothWays,

    /// <summary>Characters that mean nothing in the language.</summary>
    Bad,
}
