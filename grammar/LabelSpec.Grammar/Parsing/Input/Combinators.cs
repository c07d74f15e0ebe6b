using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using Sprache;

namespace LabelSpec.Grammar.Parsing;

/// <summary>What Sprache's combinators lack for tokens: places of nodes, missing parts, choice by the next token.</summary>
static class Combinators
{
    /// <summary>Makes a node of the place of everything that the parser consumed.</summary>
    public static Parser<T> Located<T>(this Parser<Func<Place, T>> parser) =>
        i =>
        {
            var result = parser(i);
            return result.WasSuccessful
                ? Result.Success(result.Value(PlaceFrom(i, result.Remainder)), result.Remainder)
                : Result.Failure<T>(result.Remainder, result.Message, []);
        };

    /// <summary>Lets a query end in <c>select Make(at =&gt; …)</c> without naming the delegate's type.</summary>
    public static Func<Place, T> Make<T>(Func<Place, T> build) => build;

    /// <summary>Breaks the circle between parsers that contain each other, and counts how deep they are nested.</summary>
    public static Parser<T> Nested<T>(Func<Parser<T>> parser) =>
        i =>
        {
            var state = ((TokenInput)i).State;
            if (state.Depth >= ParseState.DeepestNesting)
            {
                if (state.TooDeepAt < 0)
                    state.TooDeepAt = i.Position;
                return Result.Failure<T>(i, "nested too deep", []);
            }

            state.Depth++;
            var result = parser()(i);
            state.Depth--;
            return result;
        };

    /// <summary>Breaks the circle between parsers that are defined in different places.</summary>
    public static Parser<T> Defer<T>(Func<Parser<T>> parser) => i => parser()(i);

    public static Parser<T?> OrNull<T>(this Parser<T> parser)
        where T : class => parser.Optional().Select(found => found.GetOrDefault());

    public static Parser<bool> IsPresent<T>(this Parser<T> parser) =>
        parser.Optional().Select(found => found.IsDefined);

    /// <summary>A part with a word before it, both or none: once the word is there, the part must follow.</summary>
    public static Parser<TNode?> After<T, TNode>(this Parser<TNode> parser, Parser<T> introduction)
        where TNode : class =>
        i =>
        {
            var introduced = introduction(i);
            if (!introduced.WasSuccessful)
                return Result.Success<TNode?>(null, i);
            var result = parser(introduced.Remainder);
            return result.WasSuccessful
                ? Result.Success<TNode?>(result.Value, result.Remainder)
                : Result.Failure<TNode?>(result.Remainder, result.Message, []);
        };

    /// <summary>A mark that must be there; where it is not, that is reported and reading goes on without it.</summary>
    public static Parser<Token> RequiredSymbol(TokenKind kind) =>
        Terminals.Symbol(kind).OrMissing(_ => default, input => Reports.MissingSymbol(input, kind));

    public static Parser<IReadOnlyList<T>> SeparatedBy<T>(this Parser<T> item, TokenKind separator) =>
        from first in item
        from rest in (from _ in Terminals.Symbol(separator) from next in item select next).Many()
        select (IReadOnlyList<T>)[first, .. rest];

    public static Parser<IReadOnlyList<T>> ListOf<T>(this Parser<T> item) =>
        item.Many().Select(items => (IReadOnlyList<T>)[.. items]);

    /// <summary>One word for whatever the parser could begin with.</summary>
    public static Parser<T> Labelled<T>(this Parser<T> parser, string label) =>
        i =>
        {
            var state = ((TokenInput)i).State;
            var before = state.SetLabel(label, i.Position);
            var result = parser(i);
            state.RestoreLabel(before);
            return result;
        };

    /// <summary>
    /// Where the parser cannot even begin, reports it and goes on with a stand-in. Only for parts that must be there:
    /// a failure further in stays a failure.
    /// </summary>
    public static Parser<T> OrMissing<T>(
        this Parser<T> parser,
        Func<Place, T> standIn,
        Func<TokenInput, Diagnostic> report
    ) =>
        i =>
        {
            var result = parser(i);
            if (result.WasSuccessful || result.Remainder.Position > i.Position)
                return result;
            var input = (TokenInput)i;
            if (input.State.TooDeepAt >= 0)
                return result;
            if (input.IsAsked())
                input.State.MissingAt = input.Position;
            var place = new Place(input.State.Segment, new TextSpan(input.State.EndBefore(input.Position), 0));
            return Result.Success(standIn(place), input.With(report(input)));
        };

    /// <summary>The branch whose first token is next. The tests must exclude each other.</summary>
    public static Parser<T> Choose<T>(params (Func<TokenInput, bool> When, Parser<T> Then)[] branches) =>
        i =>
        {
            var input = (TokenInput)i;
            var missing = input.State.MissingAt;
            foreach (var (when, then) in branches)
                if (when(input))
                    return then(i);
                else if (input.IsAsked())
                {
                    // Each could follow here, and says with what; what it lacks further in is of no interest.
                    then(i);
                    input.State.MissingAt = missing;
                }

            // Every branch says what it would have needed.
            IResult<T>? failure = null;
            foreach (var (_, then) in branches)
                failure = then(i);
            return failure!;
        };

    /// <summary>A word that could follow here, where a parser looks further ahead before it decides for it. Reads nothing.</summary>
    public static Parser<bool> Possible(Keyword word) =>
        i =>
        {
            var input = (TokenInput)i;
            if (input.IsAsked())
                input.State.Expect(input.Position, $"`{Keywords.TextOf(word)}`");
            return Result.Success(true, i);
        };

    /// <summary>Whether this is the end of the text, and somebody asks what could follow.</summary>
    public static bool IsAsked(this TokenInput input) => input is { AtEnd: true, State.IsCollecting: true };

    public static Place PlaceFrom(IInput start, IInput end) =>
        ((TokenInput)start).State.PlaceOf(start.Position, end.Position);

    public static bool Is(this TokenInput input, Keyword keyword) => input.Token.Keyword == keyword;

    public static bool Is(this TokenInput input, TokenKind kind) => input.Token.Kind == kind;
}
