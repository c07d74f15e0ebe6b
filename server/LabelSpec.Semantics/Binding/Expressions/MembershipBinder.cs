using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Binds <c>in</c>, <c>is CLASS</c> and <c>matches</c>.</summary>
internal sealed class MembershipBinder(ExpressionBinder binder)
{
    public BoundExpression Bind(InExpression node, Scope scope)
    {
        var span = scope.Site.SpanOf(node);
        var collection = Syntaxes.WithoutParentheses(node.Collection);
        var result = collection switch
        {
            RangeExpression range => InRange(node, range, scope, span),
            SetExpression set => InList(node, set.Items, scope, span),
            ClassSetExpression classes => InClasses(node, classes, scope, span),
            NumberLiteral or StringLiteral => InList(node, [collection], scope, span),
            _ => InSet(node, scope, span),
        };
        return node.IsNegated && result is not BoundError ? new BoundNot(result, span) : result;
    }

    public BoundExpression BindClassTest(IsClassExpression node, Scope scope)
    {
        var span = scope.Site.SpanOf(node);
        var value = binder.Bind(node.Value, scope);
        var classes = binder.ClassSets.Bind(node.Classes, scope.Site);
        if (value is BoundAnnotationMember { Member: AnnotationMember.Class, Target: var owner })
        {
            value = owner;
        }
        if (value.Type is not AnnotationType)
        {
            return ExpressionBinder.Mismatch(node.Value, value.Type, "an annotation", scope);
        }
        if (classes is null)
        {
            return new BoundError(span);
        }
        var test = new BoundClassTest(value, classes, span);
        return node.IsNegated ? new BoundNot(test, span) : test;
    }

    public BoundExpression BindMatches(MatchesExpression node, Scope scope)
    {
        var span = scope.Site.SpanOf(node);
        var value = binder.Bind(node.Value, scope);
        if (Syntaxes.WithoutParentheses(node.Pattern) is not StringLiteral literal)
        {
            if (node.Pattern is not MissingExpression)
            {
                scope.Site.Bag.Report(
                    SemanticDiagnostics.InvalidPattern,
                    scope.Site.SpanOf(node.Pattern),
                    "A pattern is written as text in quotes, such as `matches \"[A-Z]{2}\"`"
                );
            }
            return new BoundError(span);
        }
        var regex = PatternCompiler.Compile(literal, scope.Site);
        if (value.Type is not (TextType or EnumType or IdType))
        {
            return ExpressionBinder.Mismatch(node.Value, value.Type, "text", scope);
        }
        if (regex is null)
        {
            return new BoundError(span);
        }
        var matches = new BoundMatches(value, literal.Value, regex, span);
        return node.IsNegated ? new BoundNot(matches, span) : matches;
    }

    private BoundExpression InRange(InExpression node, RangeExpression range, Scope scope, SourceSpan span)
    {
        var value = binder.Bind(node.Value, scope);
        var lower = range.Minimum is null ? null : binder.Bind(range.Minimum, scope);
        var upper = range.Maximum is null ? null : binder.Bind(range.Maximum, scope);
        if (value.Type.IsError || lower?.Type.IsError == true || upper?.Type.IsError == true)
        {
            return new BoundError(span);
        }
        if (value.Type is not NumberType)
        {
            return ExpressionBinder.Mismatch(node.Value, value.Type, "a number", scope);
        }
        return
            (
                lower is null
                || ComparisonBinder.Check(
                    node.Value,
                    value,
                    ComparisonOperator.GreaterOrEqual,
                    range.Minimum!,
                    lower,
                    scope
                )
            )
            && (
                upper is null
                || ComparisonBinder.Check(
                    node.Value,
                    value,
                    ComparisonOperator.LessOrEqual,
                    range.Maximum!,
                    upper,
                    scope
                )
            )
            ? new BoundInRange(value, lower, upper, span)
            : new BoundError(span);
    }

    private BoundExpression InList(InExpression node, IReadOnlyList<Expression> nodes, Scope scope, SourceSpan span)
    {
        var value = binder.Bind(node.Value, scope);
        var items = ImmutableArray.CreateBuilder<BoundExpression>(nodes.Count);
        var failed = value.Type.IsError;
        foreach (var item in nodes)
        {
            var bound = binder.Bind(item, scope, value.Type);
            failed |= !ComparisonBinder.Check(node.Value, value, ComparisonOperator.Equal, item, bound, scope);
            items.Add(bound);
        }
        if (failed)
        {
            return new BoundError(span);
        }
        return
            value is BoundAnnotationMember { Member: AnnotationMember.Class, Target: var annotation }
            && items.All(item => item is BoundClassSet)
            ? new BoundClassTest(annotation, Union(items, node), span)
            : new BoundInList(value, items.DrainToImmutable(), span);
    }

    private BoundExpression InClasses(InExpression node, ClassSetExpression classes, Scope scope, SourceSpan span)
    {
        var value = binder.Bind(node.Value, scope);
        var set = binder.ClassSets.Bind(classes.Classes, scope.Site);
        return value switch
        {
            _ when set is null || value.Type.IsError => new BoundError(span),
            BoundAnnotationMember { Member: AnnotationMember.Class, Target: var annotation } => new BoundClassTest(
                annotation,
                set,
                span
            ),
            { Type: AnnotationType } => new BoundClassTest(value, set, span),
            _ => ExpressionBinder.Mismatch(node.Value, value.Type, "a class", scope),
        };
    }

    private BoundExpression InSet(InExpression node, Scope scope, SourceSpan span)
    {
        var set = binder.Bind(node.Collection, scope);
        if (set is BoundClassSet classes)
        {
            var value = binder.Bind(node.Value, scope);
            return value switch
            {
                BoundAnnotationMember { Member: AnnotationMember.Class, Target: var annotation } => new BoundClassTest(
                    annotation,
                    classes.Classes,
                    span
                ),
                { Type: AnnotationType } => new BoundClassTest(value, classes.Classes, span),
                _ => ExpressionBinder.Mismatch(node.Value, value.Type, "a class", scope),
            };
        }
        if (set.Type is not SetType type)
        {
            _ = binder.Bind(node.Value, scope, ErrorType.Instance);
            return ExpressionBinder.Mismatch(
                node.Collection,
                set.Type,
                "a range such as `0..1`, a list such as `(a, b)`, or a set",
                scope
            );
        }
        var element = binder.Bind(node.Value, scope, type.Element);
        return
            ComparisonBinder.Check(
                node.Value,
                element,
                ComparisonOperator.Equal,
                node.Collection,
                new BoundText("", span),
                scope
            )
            || element.Type is EnumType
            ? new BoundInSet(element, set, span)
            : new BoundError(span);
    }

    private ClassSet Union(ImmutableArray<BoundExpression>.Builder items, InExpression node) =>
        binder.ClassSets.Of(
            symbol =>
            {
                foreach (var item in items)
                {
                    if (((BoundClassSet)item).Classes.Contains(symbol))
                    {
                        return true;
                    }
                }
                return false;
            },
            TypeText.Quote(node.Collection)
        );
}
