using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Parses declarations one after the other; what is none becomes an <see cref="ErrorDeclaration"/> with its tokens.</summary>
static class DeclarationBlock
{
    static readonly string[] NestedWords = [Keywords.TextOf(Keyword.Rule), Keywords.TextOf(Keyword.When)];

    /// <summary>Declarations in braces.</summary>
    public static Parser<IReadOnlyList<Declaration>> Of(Parser<Declaration> item) =>
        i =>
        {
            var input = (TokenInput)i;
            var isOpen = input.Is(TokenKind.OpenBrace);
            if (!isOpen)
                input = input.With(Reports.MissingOpenBrace(input, "behind the condition"));
            if (!isOpen && !DeclarationKeywords.IsOne(input.Token.Keyword))
                return Result.Success<IReadOnlyList<Declaration>>([], input);
            var (declarations, end) = Parse(isOpen ? input.Next() : input, item, stopAtBrace: true);
            return Result.Success(
                declarations,
                end.Is(TokenKind.CloseBrace)
                    ? end.Next()
                    : end.With(Reports.MissingCloseBrace(end, ((TokenInput)i).Token.Span, "The block of `when`"))
            );
        };

    public static (IReadOnlyList<Declaration> Declarations, TokenInput End) Parse(
        TokenInput input,
        Parser<Declaration> item,
        bool stopAtBrace
    )
    {
        var declarations = new List<Declaration>();
        var isUnfinished = false;
        while (!input.AtEnd && !(stopAtBrace && input.Is(TokenKind.CloseBrace)))
        {
            input.State.Restart(input.Position);
            input.State.MemberStart = input.Position;
            var result = item(input);
            var next = (TokenInput)result.Remainder;
            if (result.WasSuccessful && next.Position > input.Position && !ExpressionDepth.IsTooDeep(result.Value))
            {
                declarations.Add(result.Value);
                isUnfinished = next.Reports != input.Reports;
                input = next;
                continue;
            }

            var end = FindEnd(input, stopAtBrace);
            declarations.Add(new ErrorDeclaration(input.State.PlaceOf(input.Position, end), WordOf(input)));
            var report = MistakeReport.ForDeclaration(input, isNested: stopAtBrace);
            input.State.TooDeepAt = -1;
            isUnfinished = true;
            input = input.At(end).With(input.WithMistake(report).Reports);
        }

        if (input is { AtEnd: true, State.IsCollecting: true } && !isUnfinished)
            Collect(input, stopAtBrace);
        return (declarations, input);
    }

    /// <summary>At the top of a file a declaration can follow where a line begins.</summary>
    static void Collect(TokenInput input, bool isNested)
    {
        input.State.Block ??= WordPosition.Declaration;
        if (!isNested && !input.State.IsFirstOnLine(input.Position))
            return;
        foreach (var word in isNested ? NestedWords : DeclarationKeywords.Spellings)
            input.State.Expect(input.Position, $"`{word}`");
    }

    /// <summary>The next declaration keyword that is first on its line and outside of braces.</summary>
    static int FindEnd(TokenInput input, bool stopAtBrace)
    {
        var state = input.State;
        var depth = 0;
        var at = input.Position;
        for (; state.Tokens[at].Kind != TokenKind.EndOfSegment; at++)
        {
            var token = state.Tokens[at];
            if (token.Kind == TokenKind.OpenBrace)
                depth++;
            else if (token.Kind == TokenKind.CloseBrace && --depth < 0 && stopAtBrace)
                break;
            if (
                depth <= 0
                && at > input.Position
                && state.IsFirstOnLine(at)
                && DeclarationKeywords.IsOne(token.Keyword)
            )
                break;
        }

        return Math.Max(at, input.Position + 1);
    }

    static string? WordOf(TokenInput input) => input.Is(TokenKind.Word) ? input.TokenText.ToString() : null;
}
