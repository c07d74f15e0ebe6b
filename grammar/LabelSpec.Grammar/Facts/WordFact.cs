using LabelSpec.Grammar.Lexing;

namespace LabelSpec.Grammar.Facts;

/// <summary>What a word means at a place: how it is used, and one sentence about it in Markdown.</summary>
public sealed record WordFact(Keyword Keyword, string Usage, string Documentation)
{
    public string Text => Keywords.TextOf(Keyword);
}
