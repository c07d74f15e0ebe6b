using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Rules;

/// <summary>Binds <c>message "text with {expressions}"</c>.</summary>
internal sealed class MessageBinder(ExpressionBinder expressions)
{
    public MessageTemplate Bind(Grammar.Syntax.MessageTemplate node, Scope scope)
    {
        var parts = ImmutableArray.CreateBuilder<MessagePart>(node.Parts.Count);
        foreach (var part in node.Parts)
        {
            switch (part)
            {
                case TextPart text:
                    parts.Add(new MessagePart(text.Text, null));
                    break;
                case ExpressionPart hole:
                    parts.Add(new MessagePart(null, BindHole(hole.Expression, scope)));
                    break;
                default:
                    break;
            }
        }
        return new MessageTemplate(parts.DrainToImmutable(), scope.Site.SpanOf(node));
    }

    private BoundExpression BindHole(Expression node, Scope scope)
    {
        var bound = expressions.BindValue(node, scope);
        var advice = bound.Type switch
        {
            AnnotationType or TrackType or GroupType => ".id",
            ImageType => ".name",
            PointType => ".x",
            _ => null,
        };
        if (advice is null)
        {
            return bound;
        }
        var span = scope.Site.SpanOf(node);
        scope.Site.Bag.Report(
            SemanticDiagnostics.WrongType,
            span,
            $"`{TypeText.Quote(node)}` is {TypeText.Describe(bound.Type)}, which is no text: write `{{{TypeText.Quote(node)}{advice}}}`",
            [
                new SpecFix(
                    $"Change to `{TypeText.Quote(node)}{advice}`",
                    [new SpecTextEdit(new(span.File, span.End, 0), advice)]
                ),
            ]
        );
        return new BoundError(span);
    }
}
