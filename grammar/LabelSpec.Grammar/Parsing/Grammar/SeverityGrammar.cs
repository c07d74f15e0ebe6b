using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>: error</c> and the like behind a name.</summary>
static class SeverityGrammar
{
    static readonly (Keyword Word, RuleSeverity Severity)[] Severities =
    [
        (Keyword.Error, RuleSeverity.Error),
        (Keyword.Warning, RuleSeverity.Warning),
        (Keyword.Info, RuleSeverity.Info),
        (Keyword.Hint, RuleSeverity.Hint),
        (Keyword.Off, RuleSeverity.Off),
    ];

    public static IReadOnlyList<string> Words { get; } = [.. Severities.Select(s => Keywords.TextOf(s.Word))];

    static readonly Parser<RuleSeverity> Known = Severities
        .Select(s => Word(s.Word).Select(_ => s.Severity))
        .Aggregate((first, second) => first.Or(second));

    /// <summary>An unknown word is reported and counts as an error, so that the rest of the rule is still read.</summary>
    static readonly Parser<RuleSeverity> KnownOrReported = i =>
    {
        var input = (TokenInput)i;
        var result = Known(i);
        if (result.WasSuccessful)
            return result;
        var next = input.Is(TokenKind.Word) && !input.State.IsFirstOnLine(input.Position) ? input.Next() : input;
        return Result.Success(RuleSeverity.Error, next.With(Reports.UnknownSeverity(input, Words)));
    };

    public static readonly Parser<SeverityClause?> Severity = KnownOrReported
        .Select(severity => Make(at => new SeverityClause(at, severity)))
        .Located()
        .After(Symbol(TokenKind.Colon));
}
