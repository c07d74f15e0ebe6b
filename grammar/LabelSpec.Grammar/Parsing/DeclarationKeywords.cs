using LabelSpec.Grammar.Lexing;

namespace LabelSpec.Grammar.Parsing;

/// <summary>The words with which a declaration begins.</summary>
static class DeclarationKeywords
{
    public static readonly Keyword[] All =
    [
        Keyword.Guideline,
        Keyword.Import,
        Keyword.Class,
        Keyword.Abstract,
        Keyword.Ignore,
        Keyword.Skeleton,
        Keyword.Let,
        Keyword.Rule,
        Keyword.Check,
        Keyword.Image,
        Keyword.Distinguish,
        Keyword.Overlap,
        Keyword.Case,
        Keyword.When,
        Keyword.Test,
        Keyword.Quality,
    ];

    public static readonly string[] Spellings = [.. All.Select(Keywords.TextOf)];

    public static bool IsOne(Keyword keyword) => Array.IndexOf(All, keyword) >= 0;

    public static bool IsNearOne(ReadOnlySpan<char> word) => NearestTo(word) is not null;

    public static string? NearestTo(ReadOnlySpan<char> word) => NearestWord.Find(word, Spellings);
}
