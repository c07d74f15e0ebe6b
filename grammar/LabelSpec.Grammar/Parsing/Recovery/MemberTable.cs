using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;

namespace LabelSpec.Grammar.Parsing;

/// <summary>The members that a kind of block may have, by the word with which they begin.</summary>
sealed class MemberTable(
    string owner,
    WordPosition? position,
    Parser<Member>? other,
    params (Keyword Word, Parser<Member> Parser)[] members
)
{
    readonly Dictionary<Keyword, Parser<Member>> _members = members.ToDictionary(m => m.Word, m => m.Parser);

    /// <summary>What the block belongs to, with its article: "a class".</summary>
    public string Owner { get; } = owner;

    /// <summary>Where the words of the members are documented.</summary>
    public WordPosition? Position { get; } = position;

    /// <summary>Parses members that begin with no word of the table; null where there are none.</summary>
    public Parser<Member>? Other { get; } = other;

    public IReadOnlyList<string> Words { get; } = [.. members.Select(m => Keywords.TextOf(m.Word))];

    /// <summary>Whether members that begin with no word of the table look like what stands here; null where nothing tells.</summary>
    public Func<TokenInput, bool>? LooksLikeOther { get; init; }

    public bool Begins(TokenInput input) => _members.ContainsKey(input.Token.Keyword);

    public bool LooksLikeMember(TokenInput input) => Begins(input) || LooksLikeOther?.Invoke(input) == true;

    public Parser<Member>? ParserFor(TokenInput input) => _members.GetValueOrDefault(input.Token.Keyword, Other!);
}
