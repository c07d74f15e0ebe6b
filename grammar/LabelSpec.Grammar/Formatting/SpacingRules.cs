using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Grammar.Formatting;

/// <summary>Where no blank stands between two tokens.</summary>
static class SpacingRules
{
    /// <summary>Whether a token follows the one before it without a blank.</summary>
    public static bool IsAttached(int token, FormatSource source, Layout layout) =>
        token > 0
        && (layout[token].IsAttached || AreAttached(source.Tokens[token - 1].Kind, source.Tokens[token].Kind));

    /// <summary>What depends only on the tokens themselves.</summary>
    static bool AreAttached(TokenKind left, TokenKind right) =>
        right is TokenKind.Comma or TokenKind.Colon or TokenKind.Semicolon or TokenKind.CloseParen or TokenKind.Dot
        || left is TokenKind.OpenParen or TokenKind.Dot;

    /// <summary>What depends on the meaning: a minus can be a sign, a parenthesis can belong to a call.</summary>
    public static void Apply(SyntaxNode node, FormatSource source, Layout layout)
    {
        switch (node)
        {
            case NumberLiteral or UnaryExpression { Operator: UnaryOperator.Minus }:
                if (source.Tokens[source.FirstOf(node)].Kind == TokenKind.Minus)
                    layout.Attach(source.FirstOf(node) + 1);
                break;
            case CallExpression call:
                layout.Attach(source.EndOf(call.Function));
                break;
            case AggregateExpression:
                layout.Attach(source.FirstOf(node) + 1);
                break;
            case LetDeclaration { Parameters: not null } let:
                layout.Attach(source.EndOf(let.Name));
                break;
            case RangeExpression range:
                AttachDots(range, source, layout);
                break;
        }
    }

    static void AttachDots(RangeExpression range, FormatSource source, Layout layout)
    {
        if (range.IsSingleValue)
            return;
        if (range.Minimum is { } minimum && source.Tokens[source.EndOf(minimum)].Kind == TokenKind.DotDot)
            layout.Attach(source.EndOf(minimum));
        if (range.Maximum is { } maximum && IsDots(source, source.FirstOf(maximum) - 1))
            layout.Attach(source.FirstOf(maximum));
    }

    static bool IsDots(FormatSource source, int token) => token >= 0 && source.Tokens[token].Kind == TokenKind.DotDot;
}
