using System.Collections.Immutable;
using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using Sprache;

namespace LabelSpec.Grammar.Parsing;

/// <summary>
/// The text of a message, with the expressions in its braces. They are parsed where they stand in the string, so that
/// they have places like all others. <c>\{</c> is a brace.
/// </summary>
static class MessageGrammar
{
    public static readonly Parser<MessageTemplate> Template = i =>
    {
        var text = Terminals.Quoted("a text in quotes")(i);
        if (!text.WasSuccessful)
            return Result.Failure<MessageTemplate>(i, text.Message, []);
        var input = (TokenInput)i;
        var (parts, reports) = new TemplateReader(input, text.Value).Read();
        return Result.Success(new MessageTemplate(text.Value.Place, parts), ((TokenInput)text.Remainder).With(reports));
    };

    sealed class TemplateReader(TokenInput input, StringLiteral literal)
    {
        readonly string _text = input.State.Segment.Text;
        readonly List<MessagePart> _parts = [];
        ReportList? _reports = input.Reports;

        public (IReadOnlyList<MessagePart> Parts, ReportList? Reports) Read()
        {
            var token = input.Token;
            if (token.Kind == TokenKind.BlockString || !input.TokenText.Contains('{'))
                return ([new TextPart(literal.Place, literal.Value)], _reports);
            var content = StringText.Content(input.TokenText, token.Kind).Length;
            var start = token.Start + 1;
            ReadParts(start, start + content);
            return (_parts, _reports);
        }

        void ReadParts(int start, int end)
        {
            var textStart = start;
            for (var at = start; at < end; )
            {
                if (_text[at] != '{')
                {
                    at += _text[at] == '\\' ? 2 : 1;
                    continue;
                }

                AddText(textStart, at);
                var close = _text.AsSpan(at, end - at).IndexOf('}');
                if (close < 0)
                {
                    Report(at, end, "This `{` is not closed. Add `}`, or write `\\{` for a brace.");
                    return;
                }

                AddExpression(at, at + close + 1);
                at = textStart = at + close + 1;
            }

            AddText(textStart, end);
        }

        void AddText(int start, int end)
        {
            if (end > start)
                _parts.Add(new TextPart(PlaceOf(start, end), StringText.Unescape(_text.AsSpan(start, end - start))));
        }

        void AddExpression(int start, int end)
        {
            var tokens = Lex(start + 1, end - 1);
            if (tokens.Length == 1)
            {
                Report(start, end, "Nothing stands between these braces. Write an expression, or `\\{` for a brace.");
                return;
            }

            var state = new ParseState(input.State.Segment, tokens) { Depth = input.State.Depth };
            var result = ExpressionGrammar.Expression(new TokenInput(state, 0, null));
            var remainder = (TokenInput)result.Remainder;
            if (remainder.Reports is { } report)
                _reports = new ReportList(report.Diagnostic, input.Position, _reports);
            else if (!result.WasSuccessful || !remainder.AtEnd)
                Report(start, end, $"`{_text[(start + 1)..(end - 1)]}` is no expression. Write `\\{{` for a brace.");
            if (result.WasSuccessful)
                _parts.Add(new ExpressionPart(PlaceOf(start, end), result.Value));
        }

        ImmutableArray<Token> Lex(int start, int end)
        {
            var tokens = ImmutableArray.CreateBuilder<Token>();
            var lexer = new Lexer(_text[..end], start);
            while (lexer.TryNext(out var lexeme))
                if (!lexeme.IsTrivia)
                    tokens.Add(new Token(lexeme.Kind, lexeme.Keyword, lexeme.Start, lexeme.End - lexeme.Start, 0));
            tokens.Add(new Token(TokenKind.EndOfSegment, Keyword.NoKeyword, end, 0, 0));
            return tokens.ToImmutable();
        }

        void Report(int start, int end, string message) =>
            _reports = new ReportList(
                new Diagnostic(SyntaxDiagnostics.MalformedInterpolation, message, TextSpan.FromBounds(start, end)),
                input.Position,
                _reports
            );

        Place PlaceOf(int start, int end) => new(input.State.Segment, TextSpan.FromBounds(start, end));
    }
}
