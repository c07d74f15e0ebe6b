using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Puts into words why something could not be parsed, and what may have been meant.</summary>
static class MistakeReport
{
    const int MostExpectations = 6;
    const int MostWords = 10;

    public static Diagnostic ForMember(TokenInput start, MemberTable table)
    {
        if (Special(start) is { } special)
            return special;
        var farthest = start.At(start.State.Farthest);
        // Behind a member on the same line, it is the member before that went wrong.
        var isContinuation = !start.State.IsFirstOnLine(start.Position) && start.State.Expected.Count > 0;
        if (farthest.Position > start.Position || table.Begins(start) || isContinuation)
            return Unexpected(farthest);
        // What the member before could have gone on with counts as well: `attribute a: bool requird`.
        var words = table.Words.Concat(ExpectedWords(start.State));
        if (start.Is(TokenKind.Word) && NearestWord.Find(start.TokenText, words) is { } near)
            return new Diagnostic(
                SyntaxDiagnostics.UnknownMember,
                $"`{start.TokenText}` means nothing in {table.Owner}. Did you mean `{near}`?",
                start.Token.Span,
                Replace(start, near)
            );
        if (MemberTables.OwnersOf(start.Token.Keyword) is { Count: > 0 } owners)
            return new Diagnostic(
                SyntaxDiagnostics.MisplacedMember,
                $"`{start.TokenText}` belongs into {Join(owners)}, not into {table.Owner}.",
                start.Token.Span
            );
        if (start.Is(TokenKind.Word))
            return new Diagnostic(
                SyntaxDiagnostics.UnknownMember,
                $"`{start.TokenText}` means nothing in {table.Owner}. {WhatMayStandIn(table)}",
                start.Token.Span
            );
        return Unexpected(farthest);
    }

    public static Diagnostic ForDeclaration(TokenInput start, bool isNested)
    {
        if (Special(start) is { } special)
            return special;
        if (start.Is(TokenKind.CloseBrace))
            return new Diagnostic(
                SyntaxDiagnostics.ExtraCloseBrace,
                "This `}` closes nothing. Remove it, or look for the `{` that is missing above.",
                start.Token.Span,
                new CodeFix("Remove `}`", [TextEdit.Delete(start.Token.Span)])
            );
        var farthest = start.At(start.State.Farthest);
        if (DeclarationKeywords.IsOne(start.Token.Keyword) && farthest.Position > start.Position)
            return Unexpected(farthest);
        if (isNested && !start.Is(Keyword.Rule) && !start.Is(Keyword.When))
            return new Diagnostic(
                SyntaxDiagnostics.UnknownDeclaration,
                $"Only `rule` and `when` may stand in the block of `when`, not {Reports.Found(start)}.",
                start.Token.Span
            );
        if (start.Is(TokenKind.Word) && DeclarationKeywords.NearestTo(start.TokenText) is { } near)
            return new Diagnostic(
                SyntaxDiagnostics.UnknownDeclaration,
                $"`{start.TokenText}` begins no declaration. Did you mean `{near}`?",
                start.Token.Span,
                Replace(start, near)
            );
        if (farthest.Position > 0 && farthest.Position == start.Position && !start.State.IsFirstOnLine(start.Position))
            return Unexpected(farthest);
        if (MemberTables.OwnersOf(start.Token.Keyword) is { Count: > 0 } owners)
            return new Diagnostic(
                SyntaxDiagnostics.MisplacedMember,
                $"`{start.TokenText}` belongs into {Join(owners)}. Is a `}}` above it too early?",
                start.Token.Span
            );
        return new Diagnostic(
            SyntaxDiagnostics.UnknownDeclaration,
            $"{Reports.Capitalize(Reports.Found(start))} begins no declaration. A file consists of {Join(Quote(DeclarationKeywords.Spellings))}.",
            start.Token.Span
        );
    }

    /// <summary>Mistakes that say more than "something else was expected".</summary>
    static Diagnostic? Special(TokenInput start)
    {
        var state = start.State;
        if (state.TooDeepAt >= 0)
            return new Diagnostic(
                SyntaxDiagnostics.NestedTooDeep,
                $"This is nested deeper than {ParseState.DeepestNesting} levels. Name parts of it with `let`.",
                state.Tokens[state.TooDeepAt].Span
            );
        var farthest = start.At(state.Farthest);
        if (ForeignOperators.ReportFor(farthest) is { } foreign)
            return foreign;
        return farthest.Is(TokenKind.Bad)
            ? new Diagnostic(
                SyntaxDiagnostics.UnknownCharacter,
                $"`{farthest.TokenText}` means nothing here. Remove it, or put it into quotes if it is text.",
                farthest.Token.Span,
                new CodeFix($"Remove `{farthest.TokenText}`", [TextEdit.Delete(farthest.Token.Span)])
            )
            : null;
    }

    public static Diagnostic Unexpected(TokenInput at)
    {
        // An operator would nearly always have been possible; what else was expected says more.
        var expected = at.State.Expected.Where(e => e != ExpressionGrammar.OperatorLabel).ToList();
        if (expected.Count == 0)
            expected.AddRange(at.State.Expected);
        var span = at.AtEnd || at.State.IsFirstOnLine(at.Position) ? Reports.SpanAt(at) : at.Token.Span;
        if (at.Is(TokenKind.Word) && NearestWord.Find(at.TokenText, ExpectedWords(at.State)) is { } near)
            return new Diagnostic(
                SyntaxDiagnostics.UnexpectedToken,
                $"`{at.TokenText}` does not fit here. Did you mean `{near}`?",
                at.Token.Span,
                Replace(at, near)
            );
        var message = expected.Count is 0 or > MostExpectations
            ? $"{Reports.Capitalize(Reports.Found(at))} does not fit here."
            : $"Expected {Join(expected)} but found {Reports.Found(at)}.";
        return new Diagnostic(SyntaxDiagnostics.UnexpectedToken, message, span);
    }

    static string WhatMayStandIn(MemberTable table) =>
        table.Words.Count switch
        {
            0 => "",
            <= MostWords => $"It may have {Join(Quote(table.Words))}.",
            _ => $"It may have {string.Join(", ", Quote(table.Words.Take(MostWords)))} and more.",
        };

    static IEnumerable<string> ExpectedWords(ParseState state) =>
        state.Expected.Where(e => e.Length > 2 && e[0] == '`' && char.IsLetter(e[1])).Select(e => e[1..^1]);

    static CodeFix Replace(TokenInput input, string word) =>
        new($"Change to `{word}`", [new TextEdit(input.Token.Span, word)]);

    static IReadOnlyList<string> Quote(IEnumerable<string> words) => [.. words.Select(w => $"`{w}`")];

    static string Join(IReadOnlyList<string> items) =>
        items.Count <= 1 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} or {items[^1]}";
}
