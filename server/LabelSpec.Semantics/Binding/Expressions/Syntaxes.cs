using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Questions about expressions as they are written.</summary>
internal static class Syntaxes
{
    public static Expression WithoutParentheses(Expression node)
    {
        while (node is ParenthesizedExpression parenthesized)
        {
            node = parenthesized.Inner;
        }
        return node;
    }

    /// <summary>A name or a text, whose meaning may depend on what it is compared with.</summary>
    public static bool NeedsContext(Expression node) =>
        WithoutParentheses(node) is NameExpression or StringLiteral or SetExpression or ConditionalExpression;
}
