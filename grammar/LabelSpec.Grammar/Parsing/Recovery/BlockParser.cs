using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using Sprache;

namespace LabelSpec.Grammar.Parsing;

/// <summary>
/// Parses blocks member by member, so that a mistake costs one member: what cannot be parsed becomes an
/// <see cref="ErrorMember"/> with its tokens, and every member has at most one diagnostic.
/// </summary>
static class BlockParser
{
    /// <summary>The block of a declaration, which may be left out.</summary>
    public static Parser<MemberBlock?> Optional(Func<MemberTable> table) =>
        i => LacksOpenBrace((TokenInput)i, table()) ? Required(table)(i) : OptionalInMember(table)(i);

    /// <summary>The block of a member, which may be left out; what follows may be a member of the block outside.</summary>
    public static Parser<MemberBlock?> OptionalInMember(Func<MemberTable> table) =>
        i =>
        {
            var input = (TokenInput)i;
            if (input.Is(TokenKind.OpenBrace) || BraceOnLine(input) is not null)
                return Required(table)(i);
            input.State.Expect(input.Position, "`{`");
            return Result.Success<MemberBlock?>(null, i);
        };

    /// <summary>A block that must be there; where it is not, that is reported and there is none.</summary>
    public static Parser<MemberBlock?> Required(Func<MemberTable> table) =>
        i =>
        {
            var input = (TokenInput)i;
            if (input.Is(TokenKind.OpenBrace))
                return Nested(input, input.Next(), table());
            if (LacksOpenBrace(input, table()))
                return Nested(input, Report(input, table()), table());
            if (BraceOnLine(input) is not { } brace)
                return Result.Success<MemberBlock?>(null, Report(input, table()));
            input.State.Expect(input.Position, "`{`");
            brace = brace.With(input.With(MistakeReport.Unexpected(input)).Reports);
            return Nested(brace, brace.Next(), table());
        };

    /// <summary>
    /// The brace behind something that does not belong into the head: <c>class car extneds vehicle {</c>. That of the next member on the
    /// same line is none: <c>image 10 x 10 a: car box 1 1 2 2 {</c>.
    /// </summary>
    static TokenInput? BraceOnLine(TokenInput input)
    {
        while (!input.AtEnd && !input.State.IsFirstOnLine(input.Position) && !input.Is(TokenKind.CloseBrace))
        {
            if (input.Is(TokenKind.OpenBrace))
                return input;
            if (DeclarationKeywords.IsOne(input.Token.Keyword) || input.State.Members?.LooksLikeMember(input) == true)
                return null;
            input = input.Next();
        }

        return null;
    }

    static TokenInput Report(TokenInput input, MemberTable table) =>
        input.With(Reports.MissingOpenBrace(input, $"to begin the block of {table.Owner}"));

    /// <summary>The brace was forgotten if a member follows nevertheless.</summary>
    static bool LacksOpenBrace(TokenInput input, MemberTable table) =>
        table.Begins(input) && !DeclarationKeywords.IsOne(input.Token.Keyword);

    static IResult<MemberBlock?> Nested(TokenInput start, TokenInput first, MemberTable table)
    {
        var state = start.State;
        if (state.Depth >= ParseState.DeepestNesting)
        {
            state.TooDeepAt = state.TooDeepAt < 0 ? start.Position : state.TooDeepAt;
            return Result.Failure<MemberBlock?>(start, "nested too deep", []);
        }

        var (memberStart, outside) = (state.MemberStart, state.Members);
        state.Members = table;
        state.Depth++;
        var (members, end) = ParseMembers(first, table);
        state.Depth--;
        (state.MemberStart, state.Members) = (memberStart, outside);
        end = end.Is(TokenKind.CloseBrace)
            ? end.Next()
            : end.With(Reports.MissingCloseBrace(end, OpenSpan(start), Reports.Capitalize(table.Owner)));
        var place = state.PlaceOf(start.Position, end.Position);
        return Result.Success<MemberBlock?>(new MemberBlock(place, members), end);
    }

    /// <summary>Until the closing brace or the end.</summary>
    static (IReadOnlyList<Member> Members, TokenInput End) ParseMembers(TokenInput input, MemberTable table)
    {
        var members = new List<Member>();
        var afterMistake = false;
        while (!input.AtEnd && !input.Is(TokenKind.CloseBrace))
        {
            var mistakes = input.Reports?.Count ?? 0;
            // What is no member may be the rest of the one before; then the failure in that one tells the cause.
            if (
                table.Begins(input)
                || input.State.IsFirstOnLine(input.Position)
                || input.State.Farthest < input.Position
            )
                input.State.Restart(input.Position);
            input.State.MemberStart = input.Position;
            var result = table.ParserFor(input)?.Invoke(input);
            var next = (TokenInput?)result?.Remainder;
            if (
                result is { WasSuccessful: true }
                && next!.Position > input.Position
                && !ExpressionDepth.IsTooDeep(result.Value)
            )
            {
                members.Add(result.Value);
                afterMistake = (next.Reports?.Count ?? 0) > mistakes;
                input = next.With(FirstOf(input.Reports, next.Reports));
                continue;
            }

            var end = MemberEnd.Find(input, table);
            members.Add(new ErrorMember(input.State.PlaceOf(input.Position, end), WordOf(input)));
            // What follows a mistake without beginning a new member is a part of the mistake.
            var isRemainder = afterMistake && !table.Begins(input) && !input.State.IsFirstOnLine(input.Position);
            var reports = isRemainder
                ? input.Reports
                : input.WithMistake(MistakeReport.ForMember(input, table)).Reports;
            input.State.TooDeepAt = -1;
            input = input.At(end).With(reports);
            afterMistake = true;
        }

        // Within an unfinished member no other one can begin.
        if (input.AtEnd && input.State.IsCollecting && !afterMistake)
            Collect(input, table);
        return (members, input);
    }

    static void Collect(TokenInput input, MemberTable table)
    {
        input.State.Block ??= table.Position;
        foreach (var word in table.Words)
            input.State.Expect(input.Position, $"`{word}`");
        table.Other?.Invoke(input);
    }

    /// <summary>Of the reports that a member added, only the first tells of its cause.</summary>
    static ReportList? FirstOf(ReportList? before, ReportList? after)
    {
        if (after == before)
            return before;
        while (after!.Before != before)
            after = after.Before;
        return after;
    }

    static TextSpan OpenSpan(TokenInput start) =>
        start.Position > 0 && !start.Is(TokenKind.OpenBrace)
            ? start.State.Tokens[start.Position - 1].Span
            : start.Token.Span;

    static string? WordOf(TokenInput input) => input.Is(TokenKind.Word) ? input.TokenText.ToString() : null;
}
