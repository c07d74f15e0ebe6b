using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Lexing;
using Sprache;

namespace LabelSpec.Grammar.Parsing;

/// <summary>
/// Lets Sprache read tokens: a "character" is a keyword, or the kind of a token that is no keyword. Reports of what was
/// missing travel with the input, so that they vanish when the branch that made them is given up.
/// </summary>
sealed class TokenInput : IInput
{
    const int FirstKeyword = 256;

    Dictionary<object, object>? _memos;
    TokenInput? _next;

    public TokenInput(ParseState state, int position, ReportList? reports)
    {
        State = state;
        Position = position;
        Reports = reports;
        Token = state.Tokens[position];
        Current = CharOf(Token);
    }

    public ParseState State { get; }

    public int Position { get; }

    public ReportList? Reports { get; }

    public Token Token { get; }

    public char Current { get; }

    public bool AtEnd => Token.Kind == TokenKind.EndOfSegment;

    public string Source => State.Segment.Text;

    public int Line => 1;

    public int Column => Position;

    public IDictionary<object, object> Memos => _memos ??= [];

    public ReadOnlySpan<char> TokenText => State.Segment.TextOf(Token);

    public static char CharOf(TokenKind kind) => (char)kind;

    public static char CharOf(Keyword keyword) => (char)(FirstKeyword + (int)keyword);

    public TokenInput Next() => AtEnd ? this : _next ??= new TokenInput(State, Position + 1, Reports);

    public IInput Advance() => Next();

    public TokenInput Ahead(int count)
    {
        var input = this;
        for (var i = 0; i < count; i++)
            input = input.Next();
        return input;
    }

    public TokenInput At(int position) => new(State, position, Reports);

    /// <summary>Adds a report. What else is missing at the same token has the same cause and is not reported again.</summary>
    public TokenInput With(Diagnostic report) =>
        Reports?.Position == Position ? this : new(State, Position, new ReportList(report, Position, Reports));

    /// <summary>Adds a report about a whole member or declaration.</summary>
    public TokenInput WithMistake(Diagnostic report) => new(State, Position, new ReportList(report, Position, Reports));

    public TokenInput With(ReportList? reports) => reports == Reports ? this : new(State, Position, reports);

    public bool Equals(IInput? other) =>
        other is TokenInput input && input.State == State && input.Position == Position && input.Reports == Reports;

    public override bool Equals(object? obj) => obj is IInput other && Equals(other);

    public override int GetHashCode() => Position;

    static char CharOf(Token token) => token.Keyword != Keyword.NoKeyword ? CharOf(token.Keyword) : CharOf(token.Kind);
}
